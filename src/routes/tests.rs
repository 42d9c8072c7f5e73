//! Every address leads to its page and back.

use contract::job_plan::{LegQuestion, PlanLeg};
use contract::retention_plan::RetentionSection;

use super::*;

fn every_route() -> Vec<Route> {
    let channel = ContactChannel::InPerson;
    let week: Option<NaiveDate> = Some("2026-12-07".parse().unwrap());
    let id = "0192f0c4-7b6a-7c3e-9d55-3f1a2b4c5d6e";
    let (slot, booking) = (id.parse().unwrap(), id.parse().unwrap());
    let (case, caseworker) = (id.parse().unwrap(), Some(id.parse().unwrap()));
    vec![
        Route::Front,
        Route::StaffKpi(String::new()),
        Route::StaffKpi("figure=held&page=2".to_owned()),
        Route::My,
        Route::Book,
        Route::BookTimes(channel, None),
        Route::BookTimes(channel, week),
        Route::BookDetails(channel, slot, week),
        Route::BookCheck(channel, slot, None),
        Route::Booking(booking),
        Route::Receipt(booking),
        Route::Move(booking),
        Route::MoveTimes(booking, channel, week),
        Route::MoveCheck(booking, channel, slot, week),
        Route::Cancel(booking),
        Route::Equipment,
        Route::Waiting,
        Route::Staff(None, None),
        Route::Staff(caseworker, week),
        Route::StaffCalendar(caseworker),
        Route::StaffCases(CasesView::default()),
        Route::StaffCases(CasesView { show: Some("late,no_plan".into()), caseworker }),
        Route::StaffCase(case),
        Route::StaffCaseTimes { case, moving: None, channel: None, week: None },
        Route::StaffCaseTimes { case, moving: Some(booking), channel: Some(channel), week },
        Route::StaffPlan(case, None),
        Route::StaffPlan(case, Some(2)),
        Route::StaffRetention(case, None),
        Route::StaffRetention(case, Some(2)),
        Route::StaffLetters(case, None),
        Route::StaffLetters(case, Some(id.parse().unwrap())),
        Route::StaffAccessLog(case),
        Route::StaffExchange,
        Route::StaffGroups,
        Route::StaffGroup(id.parse().unwrap()),
        Route::StaffPreview(id.parse().unwrap()),
        Route::Employer(EmployerPage::Overview),
        Route::Employer(EmployerPage::Plan(case)),
        Route::Employer(EmployerPage::Section(case, RetentionSection::FollowUp)),
        Route::Employer(EmployerPage::Check(case)),
        Route::Employer(EmployerPage::Receipt(case)),
        Route::Employer(EmployerPage::Version(case, 3)),
        Route::Employer(EmployerPage::Decline(case)),
        Route::Employer(EmployerPage::Answer(case)),
        Route::Employer(EmployerPage::RoundTable(case)),
        Route::Retention(RetentionPage::Overview),
        Route::Retention(RetentionPage::Version(2)),
        Route::Retention(RetentionPage::Changes),
        Route::Retention(RetentionPage::Approve),
        Route::Retention(RetentionPage::Answer),
        Route::Retention(RetentionPage::Step("2026-12-07".parse().unwrap())),
        Route::Retention(RetentionPage::RoundTable),
        Route::Plan(PlanPage::Overview),
        Route::Plan(PlanPage::Goal),
        Route::Plan(PlanPage::Leg(PlanLeg::A, LegQuestion::Why)),
        Route::Plan(PlanPage::Steps(PlanLeg::C)),
        Route::Plan(PlanPage::Return),
        Route::Plan(PlanPage::Talk),
        Route::Plan(PlanPage::Share),
        Route::Plan(PlanPage::Version(12)),
        Route::Groups,
        Route::AccessLog,
        Route::Satisfaction,
        Route::SatisfactionLink,
        Route::StaffRemarks,
    ]
}

#[test]
fn each_part_of_the_app_has_its_paths() {
    for (path, part) in [
        ("/", AppPart::Site),
        ("/my", AppPart::Site),
        ("/plan", AppPart::Plan),
        ("/plan/a/job", AppPart::Plan),
        ("/groups", AppPart::Plan),
        ("/access-log", AppPart::Plan),
        ("/equipment", AppPart::Plan),
        ("/satisfaction/link", AppPart::Plan),
        ("/retention-plan/approve", AppPart::Plan),
        ("/employer", AppPart::Employer),
        ("/employer/cases", AppPart::Employer),
        ("/staff/cases", AppPart::Staff),
        ("/planner", AppPart::Site),
    ] {
        assert_eq!(AppPart::of(path), part, "{path}");
    }
}

#[test]
fn every_address_leads_back_to_its_page() {
    for route in every_route() {
        let address = route.path();
        let (path, query) = address.split_once('?').unwrap_or((&address, ""));
        assert_eq!(Route::parse(path, query), Some(route), "{address}");
    }
}

#[test]
fn a_page_stays_while_only_the_week_changes() {
    let week = |day: &str| day.parse().ok();
    let times = |channel, day| Route::BookTimes(channel, week(day));
    let phone = times(ContactChannel::Phone, "2026-12-07");
    assert!(times(ContactChannel::Phone, "2026-12-14").is_page_of(&phone));
    assert!(!times(ContactChannel::Video, "2026-12-07").is_page_of(&phone));
    assert!(!Route::Book.is_page_of(&phone));
}

#[test]
fn an_address_that_names_nothing_has_no_page() {
    for path in ["/nowhere", "/book/fax", "/bookings/7", "/book/phone/x/check", "/my/x"] {
        assert_eq!(Route::parse(path, ""), None, "{path}");
    }
}

#[test]
fn a_query_that_says_nothing_is_left_out() {
    assert_eq!(Route::parse("/staff", "?week=soon"), Some(Route::Staff(None, None)));
    assert_eq!(Route::parse("/my/", ""), Some(Route::My));
}
