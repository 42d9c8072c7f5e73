//! Which cases: a condition rather than a list of ids, so that what belongs to them is read in one
//! statement however many there are. Knows no case.

use chrono::NaiveDate;
use contract::ids::CaseId;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::db::entities::sickness_case::{Column, Entity};
use crate::db::entities::waiting_entry;

/// A set of cases.
#[derive(Clone, Debug)]
pub struct CaseSet(Condition);

impl CaseSet {
    /// One case.
    pub fn one(id: CaseId) -> Self {
        Self(Condition::all().add(Column::Id.eq(id.0)))
    }

    /// Those of these caseworkers that are open on a day.
    pub fn open_of(caseworkers: Vec<Uuid>, today: NaiveDate) -> Self {
        let open = Condition::any().add(Column::ClosedOn.is_null()).add(Column::ClosedOn.gt(today));
        Self(Condition::all().add(Column::CaseworkerId.is_in(caseworkers)).add(open))
    }

    /// Those that wait for an earlier time.
    pub fn waiting() -> Self {
        let waiting = Query::select()
            .column(waiting_entry::Column::CaseId)
            .from(waiting_entry::Entity)
            .and_where(waiting_entry::Column::State.eq("open"))
            .to_owned();
        Self(Condition::all().add(Column::Id.in_subquery(waiting)))
    }

    /// As a filter of `sickness_case`.
    pub fn condition(&self) -> Condition {
        self.0.clone()
    }

    /// Their ids, for what belongs to a case: `CaseId.in_subquery(set.ids())`.
    pub fn ids(&self) -> SelectStatement {
        self.column(Column::Id)
    }

    /// A column of theirs.
    pub fn column(&self, column: Column) -> SelectStatement {
        Query::select().column(column).from(Entity).cond_where(self.0.clone()).to_owned()
    }
}
