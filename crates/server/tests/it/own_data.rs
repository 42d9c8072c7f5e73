//! One's own data as a file: all of it, and not the CPR number (I8).

use axum::http::Method;
use genvej_server::db::entities::citizen;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::TestApp;

on_both_databases!(a_citizen_takes_everything_held_about_them_home, async |app: TestApp| {
    let sofie = app.citizen("booked").await;
    let answer = sofie.send(Method::GET, "/api/citizen/data", None).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"genvej.json\"");
    let data: contract::own_data::OwnData =
        serde_json::from_str(&answer.text).expect("as the contract says");
    assert_eq!((data.name.as_str(), data.cases.len()), ("Sofie Lund", 1));
    let case = &data.cases[0];
    assert_eq!(case.job_plan.len(), 2);
    assert_eq!(case.job_plan[1].comments.len(), 2);
    assert_eq!(case.job_plan[1].agreed.len(), 1);
    assert_eq!(case.activities.len(), 1);
    assert_eq!(case.bookings.len(), 2);
    assert!(case.bookings[0].words.is_some());
    assert!(case.drafts[0].draft.version > 0);
    assert_eq!(case.access_log.len(), 10);
    assert!(!case.messages.is_empty());
    assert!(case.messages.iter().all(|message| message.to == rules::CourseParty::Citizen));
    let row = citizen::Entity::find()
        .filter(citizen::Column::DemoKey.eq("booked"))
        .one(app.state.db.read())
        .await
        .expect("an answer")
        .expect("Sofie");
    assert!(!answer.text.contains(row.cpr.expose_digits()), "no CPR number leaves the database");
});

on_both_databases!(nobody_else_takes_it, async |app: TestApp| {
    let case = app.case_of("booked").await;
    for (client, code) in [
        (app.employer().await, "not_allowed"),
        (app.caseworker("caseworker-1").await, "not_allowed"),
        (app.preview("caseworker-1", case).await, "preview_is_read_only"),
    ] {
        let answer = client.send(Method::GET, "/api/citizen/data", None).await;
        assert_eq!((answer.status, answer.code()), (403, code));
    }
});
