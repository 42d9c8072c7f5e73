//! Drafts in the database. Who saves first takes the draft's head and holds it until the end
//! of the transaction, so that saves of one draft come one after the other on both databases.

use chrono::{DateTime, Utc};
use contract::draft::{Draft, DraftChange, DraftField, DraftForm, DraftSaved};
use contract::ids::CaseId;
use contract::retention_plan::FieldWriter;
use sea_orm::sea_query::{Expr, OnConflict, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, Select, Set,
};
use uuid::Uuid;

use crate::clock::to_local;
use crate::db::entities::{draft, draft_field};
use crate::http::error::ApiError;

/// Who writes, in a form that several people write in.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// Which person.
    pub id: Uuid,
    /// Their name.
    pub name: &'a str,
    /// When.
    pub at: DateTime<Utc>,
}

/// Everything typed so far. One query, so that the version is that of the fields.
///
/// # Errors
/// When the database fails.
pub async fn load(
    db: &impl ConnectionTrait,
    case: CaseId,
    form: DraftForm,
) -> Result<Draft, ApiError> {
    Ok(draft_of(fields_of(case, form).all(db).await?))
}

/// What certain people wrote, with who it was; nothing that anybody else wrote last.
///
/// # Errors
/// When the database fails.
pub async fn load_written(
    db: &impl ConnectionTrait,
    case: CaseId,
    form: DraftForm,
    writers: SelectStatement,
) -> Result<(Draft, Vec<FieldWriter>), ApiError> {
    let theirs = draft_field::Column::ById.in_subquery(writers);
    let rows = fields_of(case, form).filter(theirs).all(db).await?;
    let written = rows.iter().filter_map(|row| {
        let (name, at) = row.by_name.clone().zip(row.written_at)?;
        Some(FieldWriter { field: row.field.clone(), name, at: to_local(at) })
    });
    let written = written.collect();
    Ok((draft_of(rows), written))
}

/// Removes what nobody of certain people wrote last. The caller sees to it that nobody else
/// writes in the form meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn remove_others(
    tx: &DatabaseTransaction,
    case: CaseId,
    form: DraftForm,
    writers: SelectStatement,
) -> Result<(), ApiError> {
    let by = draft_field::Column::ById;
    draft_field::Entity::delete_many()
        .filter(draft_field::Column::CaseId.eq(case.0))
        .filter(draft_field::Column::Form.eq(form.as_str()))
        .filter(by.is_null().or(by.not_in_subquery(writers)))
        .exec(tx)
        .await?;
    Ok(())
}

fn fields_of(case: CaseId, form: DraftForm) -> Select<draft_field::Entity> {
    draft_field::Entity::find()
        .filter(draft_field::Column::CaseId.eq(case.0))
        .filter(draft_field::Column::Form.eq(form.as_str()))
        .order_by_asc(draft_field::Column::Field)
}

fn draft_of(rows: Vec<draft_field::Model>) -> Draft {
    let field = |row: draft_field::Model| DraftField {
        field: row.field,
        value: row.value,
        version: u32::try_from(row.version).unwrap_or_default(),
    };
    let fields: Vec<DraftField> = rows.into_iter().map(field).collect();
    let version = fields.iter().map(|field| field.version).max().unwrap_or_default();
    Draft { version, fields }
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
    by: Option<Writer<'_>>,
) -> Result<DraftSaved, ApiError> {
    let mut draft = lock(tx, case, form).await?;
    let before = draft.version;
    let saved = draft.take_in(form, changes);
    if draft.version > before {
        write(tx, case, form, &draft, before, by).await?;
    }
    Ok(saved)
}

/// Empties the fields that were sent, so that nobody finds them again as not sent. They count on
/// like every write: a page that still has the old text on screen learns of it.
///
/// # Errors
/// When the database fails.
pub async fn empty(
    tx: &DatabaseTransaction,
    case: CaseId,
    form: DraftForm,
    fields: &[String],
    by: Option<Writer<'_>>,
) -> Result<(), ApiError> {
    if fields.is_empty() {
        return Ok(());
    }
    let mut draft = lock(tx, case, form).await?;
    let before = draft.version;
    let is_sent =
        |field: &&mut DraftField| fields.contains(&field.field) && !field.value.is_empty();
    for field in draft.fields.iter_mut().filter(is_sent) {
        field.value = String::new();
        field.version = before + 1;
        draft.version = before + 1;
    }
    if draft.version > before {
        write(tx, case, form, &draft, before, by).await?;
    }
    Ok(())
}

/// Writes the fields that are newer than `before`.
async fn write(
    tx: &DatabaseTransaction,
    case: CaseId,
    form: DraftForm,
    draft: &Draft,
    before: u32,
    by: Option<Writer<'_>>,
) -> Result<(), ApiError> {
    let version = i32::try_from(draft.version).map_err(ApiError::internal)?;
    let written = draft.fields.iter().filter(|field| field.version > before);
    let rows = written.map(|field| draft_field::ActiveModel {
        case_id: Set(case.0),
        form: Set(form.as_str().to_owned()),
        field: Set(field.field.clone()),
        value: Set(field.value.clone()),
        version: Set(version),
        by_id: Set(by.map(|by| by.id)),
        by_name: Set(by.map(|by| by.name.to_owned())),
        written_at: Set(by.map(|by| by.at)),
    });
    draft_field::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::columns([
                draft_field::Column::CaseId,
                draft_field::Column::Form,
                draft_field::Column::Field,
            ])
            .update_columns([draft_field::Column::Value, draft_field::Column::Version])
            .update_columns([draft_field::Column::ById, draft_field::Column::ByName])
            .update_column(draft_field::Column::WrittenAt)
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
    Ok(())
}
