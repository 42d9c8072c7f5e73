//! What is typed while booking survives (I9), and is gone once it has been sent.

use serde_json::json;

use crate::booking::{BOOKINGS, book_first, free, wish};
use crate::support::TestApp;

on_both_databases!(
    i9_what_was_typed_while_booking_is_kept_until_it_is_sent,
    async |app: TestApp| {
        const DRAFT: &str = "/api/citizen/booking-draft";
        let jonas = app.citizen("next-due").await;
        let typed = json!({
            "version": 0, "participants": [{ "kind": "union", "name": "Åse" }],
            "topics": ["partial_return"], "note": "Kan vi tale om 😀 timer?",
        });
        let (status, saved) = jonas.put(DRAFT, &typed).await;
        assert_eq!((status, &saved["version"]), (200, &json!(1)));
        let other_phone = app.citizen("next-due").await;
        assert_eq!(other_phone.get(DRAFT).await.1, saved);
        assert_eq!(jonas.put(DRAFT, &typed).await.0, 200, "sent again, its answer lost");
        let mut other = typed.clone();
        other["note"] = json!("noget andet");
        let (status, problem) = other_phone.put(DRAFT, &other).await;
        assert_eq!((status, &problem["code"]), (409, &json!("stale_version")));
        assert_eq!(problem["stored_draft"], saved, "both texts are there to choose from");
        book_first(&jonas, "phone").await;
        assert_eq!(jonas.get(DRAFT).await.1, saved, "other words than these were sent");
    }
);

on_both_databases!(
    i9_a_page_left_open_elsewhere_cannot_bring_back_what_was_sent,
    async |app: TestApp| {
        const DRAFT: &str = "/api/citizen/booking-draft";
        let jonas = app.citizen("next-due").await;
        let typed = json!({
            "version": 0, "participants": [], "topics": ["health"], "note": "Jeg sover dårligt.",
        });
        let mut old = jonas.put(DRAFT, &typed).await.1;
        let first = free(&jonas, "phone").await["first_free"].clone();
        let mut body = wish(&first);
        body["topics"] = typed["topics"].clone();
        body["note"] = typed["note"].clone();
        assert_eq!(jonas.post(BOOKINGS, &body).await.0, 201);
        let empty = jonas.get(DRAFT).await.1;
        assert_eq!((&empty["note"], &empty["version"]), (&json!(""), &json!(2)));
        old["note"] = json!("Jeg sover dårligt. Og");
        let (status, problem) = jonas.put(DRAFT, &old).await;
        assert_eq!((status, &problem["code"]), (409, &json!("stale_version")));
        old["version"] = json!(0);
        assert_eq!(jonas.put(DRAFT, &old).await.0, 409, "nor a page from before the first save");
    }
);
