//! Contacts with employers.

use contract::export::ExportedContact;
use contract::retention_plan::ContactChannelUsed;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::body::{Exported, Reading};
use super::moment;
use crate::db::entities::employer_contact::{self, Column};
use crate::http::error::ApiError;

impl Exported for ExportedContact {
    async fn of_cases(reading: Reading<'_>) -> Result<Vec<(Uuid, Self)>, ApiError> {
        let span = reading.span;
        let days = Condition::all()
            .add_option(span.from.map(|from| Column::OnDate.gte(from)))
            .add_option(span.to.map(|to| Column::OnDate.lte(to)));
        let rows = employer_contact::Entity::find()
            .filter(Column::CaseId.is_in(reading.cases()))
            .filter(days)
            .order_by_asc(Column::Id)
            .all(reading.state.db.read())
            .await?;
        let unknown = || ApiError::internal("a contact in an unknown way");
        let shown = |row: employer_contact::Model| {
            let channel = row.channel.as_deref().map(ContactChannelUsed::parse);
            let exported = Self {
                case_number: reading.number(row.case_id),
                contact_id: row.id,
                employer_cvr: row.cvr,
                on: row.on_date,
                left_out: channel.is_none(),
                channel: channel.map(|channel| channel.ok_or_else(unknown)).transpose()?,
                text: row.text,
                recorded_by: row.by_name,
                recorded_at: moment(row.at),
            };
            Ok((row.case_id, exported))
        };
        rows.into_iter().map(shown).collect()
    }
}
