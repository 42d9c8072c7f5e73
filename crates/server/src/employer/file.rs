//! A case as far as its employer may know it.

use chrono::NaiveDate;
use contract::ids::CaseId;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use crate::db::entities::{citizen, employer, employer_user, sickness_case};
use crate::http::error::ApiError;

/// An employee on sick leave, as their employer knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmployeeFile {
    /// Which case.
    pub case_id: CaseId,
    /// The employee's name.
    pub employee: String,
    /// First day away.
    pub first_absence: NaiveDate,
    /// Closed at the municipality on that day; may be set ahead.
    pub closed_on: Option<NaiveDate>,
    /// The company's name.
    pub company: String,
    /// Its CVR number.
    pub cvr: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    employee: String,
    first_absence: NaiveDate,
    closed_on: Option<NaiveDate>,
    company: String,
    cvr: String,
}

impl EmployeeFile {
    /// Reads a case of the company. One query for both, so that another company's case is not
    /// found in the same way and the same time as one that does not exist.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] when there is none.
    pub async fn load(db: &impl ConnectionTrait, cvr: &str, id: CaseId) -> Result<Self, ApiError> {
        let found = of_company(cvr).filter(sickness_case::Column::Id.eq(id.0));
        let row = found.into_model::<Row>().one(db).await?;
        row.map(Self::from).ok_or(ApiError::NotFound)
    }

    /// The company's employees whose case is open, the first away first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list(
        db: &impl ConnectionTrait,
        cvr: &str,
        today: NaiveDate,
    ) -> Result<Vec<Self>, ApiError> {
        let closed_on = sickness_case::Column::ClosedOn;
        let rows = of_company(cvr)
            .filter(closed_on.is_null().or(closed_on.gt(today)))
            .order_by_asc(sickness_case::Column::FirstAbsence)
            .order_by_asc(sickness_case::Column::Id)
            .into_model::<Row>()
            .all(db)
            .await?;
        Ok(rows.into_iter().map(Self::from).collect())
    }

    /// Is it closed by then?
    pub fn is_closed(&self, today: NaiveDate) -> bool {
        self.closed_on.is_some_and(|on| on <= today)
    }
}

impl From<Row> for EmployeeFile {
    fn from(row: Row) -> Self {
        Self {
            case_id: CaseId(row.id),
            employee: row.employee,
            first_absence: row.first_absence,
            closed_on: row.closed_on,
            company: row.company,
            cvr: row.cvr,
        }
    }
}

/// The ids of the company's cases: a filter for what belongs to one, so that another company's
/// is not found in the same way and the same time as what does not exist.
pub fn cases_of(cvr: &str) -> SelectStatement {
    Query::select()
        .column(sickness_case::Column::Id)
        .from(sickness_case::Entity)
        .and_where(sickness_case::Column::EmployerCvr.eq(cvr))
        .to_owned()
}

/// The ids of a company's people.
pub fn people_of(cvr: &str) -> SelectStatement {
    Query::select()
        .column(employer_user::Column::Id)
        .from(employer_user::Entity)
        .and_where(employer_user::Column::Cvr.eq(cvr))
        .to_owned()
}

fn of_company(cvr: &str) -> Select<sickness_case::Entity> {
    use sickness_case::{Column, Entity};
    let whose =
        Entity::belongs_to(citizen::Entity).from(Column::CitizenId).to(citizen::Column::Id).into();
    let company = Entity::belongs_to(employer::Entity)
        .from(Column::EmployerCvr)
        .to(employer::Column::Cvr)
        .into();
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::FirstAbsence, Column::ClosedOn])
        .column_as(citizen::Column::Name, "employee")
        .column_as(employer::Column::Name, "company")
        .column_as(employer::Column::Cvr, "cvr")
        .join(JoinType::InnerJoin, whose)
        .join(JoinType::InnerJoin, company)
        .filter(Column::EmployerCvr.eq(cvr))
}
