//! What the demonstration's citizens thought of their conversations in the last months: counted
//! answers, of nobody in particular.

use chrono::{Datelike, Months};
use contract::ids::CaseworkerId;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};

use super::people::CASEWORKERS;
use crate::db::entities::{satisfaction_answer, satisfaction_remark};
use crate::http::error::ApiError;
use crate::state::AppState;

/// Answers of a month to each of the first two caseworkers: satisfied, and closer to work.
const ANSWERS: [(i16, i16); 9] =
    [(5, 4), (4, 4), (4, 3), (5, 5), (2, 2), (4, 4), (3, 4), (5, 4), (4, 2)];

/// Remarks of the last months, the latest first.
const REMARKS: [&[&str]; 3] = [
    &[
        "Det var rart, at jeg selv kunne vælge telefon.",
        "Jeg fik talt om, hvordan jeg kan begynde med få timer.",
    ],
    &["Samtalen var god, men jeg ville gerne have haft lidt mere tid."],
    &["Jeg blev taget alvorligt.", "Videoen driller på min telefon."],
];

/// Writes them for each of the last months that is over.
pub(super) async fn fill(
    tx: &DatabaseTransaction,
    state: &AppState,
    caseworkers: &[CaseworkerId],
) -> Result<(), ApiError> {
    let this_month = state.clock.today().with_day(1);
    for (back, remarks) in (1..).zip(REMARKS) {
        let month = this_month.and_then(|day| day.checked_sub_months(Months::new(back)));
        let month = month.ok_or_else(|| ApiError::internal("a month before all months"))?;
        let month = month.format("%Y-%m").to_string();
        for (caseworker, person) in caseworkers.iter().zip(&CASEWORKERS).take(2) {
            let rows = ANSWERS.map(|(satisfied, closer)| satisfaction_answer::ActiveModel {
                id: Set(state.clock.random_id()),
                team: Set(person.team.to_owned()),
                month: Set(month.clone()),
                caseworker_id: Set(Some(caseworker.0)),
                satisfied: Set(satisfied),
                closer: Set(closer),
            });
            satisfaction_answer::Entity::insert_many(rows).exec_without_returning(tx).await?;
        }
        let rows = remarks.iter().map(|remark| satisfaction_remark::ActiveModel {
            id: Set(state.clock.random_id()),
            team: Set(CASEWORKERS[0].team.to_owned()),
            month: Set(month.clone()),
            remark: Set((*remark).to_owned()),
        });
        satisfaction_remark::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
