//! Drafts in the database. Who saves first takes the draft's head and holds it until the end
//! of the transaction, so that saves of one draft come one after the other on both databases.

use contract::draft::{Draft, DraftChange, DraftField, DraftForm, DraftSaved};
use contract::ids::CaseId;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set,
};

use crate::db::entities::{draft, draft_field};
use crate::http::error::ApiError;

/// Everything typed so far. One query, so that the version is that of the fields.
///
/// # Errors
/// When the database fails.
pub async fn load(
    db: &impl ConnectionTrait,
    case: CaseId,
    form: DraftForm,
) -> Result<Draft, ApiError> {
    let rows = draft_field::Entity::find()
        .filter(draft_field::Column::CaseId.eq(case.0))
        .filter(draft_field::Column::Form.eq(form.as_str()))
        .order_by_asc(draft_field::Column::Field)
        .all(db)
        .await?;
    let field = |row: draft_field::Model| DraftField {
        field: row.field,
        value: row.value,
        version: u32::try_from(row.version).unwrap_or_default(),
    };
    let fields: Vec<DraftField> = rows.into_iter().map(field).collect();
    let version = fields.iter().map(|field| field.version).max().unwrap_or_default();
    Ok(Draft { version, fields })
}

/// Takes a draft's head and reads the draft. Nobody else saves it until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn lock(
    tx: &DatabaseTransaction,
    case: CaseId,
    form: DraftForm,
) -> Result<Draft, ApiError> {
    let head = draft::ActiveModel {
        case_id: Set(case.0),
        form: Set(form.as_str().to_owned()),
        version: Set(0),
    };
    let as_it_is = Expr::col((draft::Entity, draft::Column::Version));
    // PostgreSQL waits here for whoever holds the row; SQLite has waited already.
    draft::Entity::insert(head)
        .on_conflict(
            OnConflict::columns([draft::Column::CaseId, draft::Column::Form])
                .value(draft::Column::Version, as_it_is)
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    load(tx, case, form).await
}

/// Writes what merges, and says of each change what became of it.
///
/// # Errors
/// When the database fails.
pub async fn save(
    tx: &DatabaseTransaction,
    case: CaseId,
    form: DraftForm,
    changes: &[DraftChange],
) -> Result<DraftSaved, ApiError> {
    let mut draft = lock(tx, case, form).await?;
    let before = draft.version;
    let saved = draft.take_in(form, changes);
    if draft.version == before {
        return Ok(saved);
    }
    let version = i32::try_from(draft.version).map_err(ApiError::internal)?;
    let written = draft.fields.into_iter().filter(|field| field.version > before);
    let rows = written.map(|field| draft_field::ActiveModel {
        case_id: Set(case.0),
        form: Set(form.as_str().to_owned()),
        field: Set(field.field),
        value: Set(field.value),
        version: Set(version),
    });
    draft_field::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::columns([
                draft_field::Column::CaseId,
                draft_field::Column::Form,
                draft_field::Column::Field,
            ])
            .update_columns([draft_field::Column::Value, draft_field::Column::Version])
            .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    draft::Entity::update_many()
        .col_expr(draft::Column::Version, version.into())
        .filter(draft::Column::CaseId.eq(case.0))
        .filter(draft::Column::Form.eq(form.as_str()))
        .exec(tx)
        .await?;
    Ok(saved)
}
