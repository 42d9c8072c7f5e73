//! Carrying out what the citizen asks for, exactly once, and saying why it was not done.

use contract::problem::ErrorCode;
use contract::retention_plan::{
    AnswerField, BookRoundTable, CitizenRetentionMove, CitizenRetentionPage, NewStepReport,
};
use leptos::prelude::*;

use super::desk::RetentionDesk;
use crate::api::attempt::{Attempt, attempt};
use crate::api::{ApiError, IdempotencyKey, retention};
use crate::citizen::booking::refusal::leaves_open;
use crate::session::use_session;
use crate::text::{Texts, fill, text_of};
use crate::ui::{Alert, AlertKind, Sending, failure, live_if};

/// What a call asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// A move in the plan's course.
    Move(CitizenRetentionMove),
    /// To tell that a step did not go.
    Report(NewStepReport),
    /// A round-table conversation.
    Book(BookRoundTable),
}

impl Asked {
    /// Does it carry what is typed in that field?
    fn says(&self, key: AnswerField) -> bool {
        use CitizenRetentionMove as Move;
        match (self, key) {
            (Self::Move(Move::AskChanges { .. }), AnswerField::Comment(_))
            | (Self::Move(Move::Approve { .. }), AnswerField::Remark)
            | (Self::Move(Move::Answer { .. }), AnswerField::Answer) => true,
            (Self::Report(report), AnswerField::Report(from)) => report.from == from,
            _ => false,
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Asked for a plan.
    Requested,
    /// Took that back.
    Withdrawn,
    /// Asked for changes.
    ChangesAsked,
    /// Approved.
    Approved,
    /// Sent to the municipality.
    Submitted,
    /// Answered the municipality.
    Answered,
}

impl Done {
    /// What a move does.
    fn of(body: &CitizenRetentionMove) -> Self {
        match body {
            CitizenRetentionMove::Request {} => Self::Requested,
            CitizenRetentionMove::WithdrawRequest {} => Self::Withdrawn,
            CitizenRetentionMove::AskChanges { .. } => Self::ChangesAsked,
            CitizenRetentionMove::Approve { .. } => Self::Approved,
            CitizenRetentionMove::Submit { .. } => Self::Submitted,
            CitizenRetentionMove::Answer { .. } => Self::Answered,
        }
    }
}

/// What was sent. Lives above the pages.
#[derive(Clone, Copy)]
pub struct Sent {
    /// What was done last, to be said on the page it leads to.
    pub done: RwSignal<Option<Done>>,
    /// The call whose answer is not known yet.
    unanswered: StoredValue<Option<Attempt<IdempotencyKey, Asked>>>,
}

impl Sent {
    /// Nothing sent yet, for the whole visit.
    pub fn start() -> Self {
        let sent = Self { done: RwSignal::new(None), unanswered: StoredValue::new(None) };
        provide_context(sent);
        sent
    }

    /// Another person is here.
    pub fn forget(self) {
        self.done.set(None);
        self.unanswered.set_value(None);
    }
}

/// What an answer brings.
enum Brought {
    Page(Box<CitizenRetentionPage>),
    Table,
}

/// Sends it. An attempt whose answer stays unknown is remembered, so that asking for the same
/// again is the same attempt.
async fn carry_out(sent: Sent, asked: Asked) -> Result<Brought, ApiError> {
    let attempt = attempt(sent.unanswered.get_value(), asked, IdempotencyKey::new);
    sent.unanswered.set_value(Some(attempt.clone()));
    let key = &attempt.key;
    let page = |page| Brought::Page(Box::new(page));
    let answer = match &attempt.body {
        Asked::Move(body) => retention::make_move(key, body).await.map(page),
        Asked::Report(body) => retention::report_step(key, body).await.map(page),
        Asked::Book(time) => retention::book_round_table(key, *time).await.map(|_| Brought::Table),
    };
    if !answer.as_ref().is_err_and(leaves_open) {
        sent.unanswered.set_value(None);
    }
    answer
}

/// Why it was not done, when trying again is not the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The plan has changed meanwhile.
    Moved,
    /// The person has to pick first.
    Conflict,
    /// The case is closed.
    Closed,
    /// A text is not acceptable.
    Fields,
    /// Nothing is sent in a preview.
    Preview,
    /// The step has not begun or is none.
    NoSuchStep,
    /// The time is taken.
    Taken,
    /// The time is too soon.
    TooSoon,
    /// There is one already.
    AlreadyBooked,
    /// It is over.
    Over,
}

impl NotDone {
    /// What the server's refusal means; nothing where trying again may help.
    fn of(error: &ApiError) -> Option<Self> {
        use ErrorCode as E;
        Some(match error.code()? {
            E::MoveNotPossible | E::StaleVersion | E::NoEmployer | E::NotFound => Self::Moved,
            E::CaseClosed => Self::Closed,
            E::InvalidFields => Self::Fields,
            E::PreviewIsReadOnly | E::NotAllowed => Self::Preview,
            E::NoSuchStep => Self::NoSuchStep,
            E::SlotTaken | E::ChannelNotOffered | E::AlreadyBooked => Self::Taken,
            E::SlotTooSoon => Self::TooSoon,
            E::RoundTableBooked => Self::AlreadyBooked,
            E::RoundTableOver => Self::Over,
            _ => return None,
        })
    }

    fn words(self, t: &'static Texts, phone: &str) -> String {
        let texts = t.my_retention();
        let words = match self {
            Self::Moved => texts.not_moved,
            Self::Conflict => texts.not_conflict,
            Self::Closed => texts.not_closed,
            Self::Fields => texts.not_fields,
            Self::Preview => t.common.looks_on,
            Self::NoSuchStep => texts.step_none,
            Self::Taken => texts.table_taken,
            Self::TooSoon => texts.table_too_soon,
            Self::AlreadyBooked => texts.table_already,
            Self::Over => texts.table_over,
        };
        fill(words, &[phone])
    }
}

/// An attempt, and what came of it. Lives above what is drawn anew when the plan has changed.
#[derive(Clone, Copy)]
pub struct Attempted {
    desk: RetentionDesk,
    /// What was sent before, too.
    pub sent: Sent,
    sending: Sending,
    failed: RwSignal<Option<ApiError>>,
    refused: RwSignal<Option<NotDone>>,
}

impl Attempted {
    /// Nothing attempted yet.
    pub fn new(desk: RetentionDesk) -> Self {
        let (failed, refused) = (RwSignal::new(None), RwSignal::new(None));
        Self { desk, sent: expect_context(), sending: Sending::new(), failed, refused }
    }

    /// Is something on its way?
    pub fn busy(self) -> Signal<bool> {
        self.sending.busy()
    }

    /// Why it was not done, if it was not.
    pub fn outcome(self) -> AnyView {
        let session = use_session();
        let (failed, refused) = (self.failed, self.refused);
        view! {
            {failure(failed)}
            {live_if(move || refused.get().map(|why| {
                let words = text_of(move |t| why.words(t, &session.phone()));
                view! { <Alert kind=AlertKind::Warning live=true><p>{words}</p></Alert> }.into_any()
            }))}
        }
        .into_any()
    }

    /// Makes a move with what was typed; then it is said what was done, and `then` follows.
    pub fn make(self, body: CitizenRetentionMove, then: impl FnOnce() + 'static) {
        let done = Done::of(&body);
        self.send(Asked::Move(body), move |_| {
            self.sent.done.set(Some(done));
            then();
        });
    }

    /// Sends anything else.
    pub fn send(self, asked: Asked, then: impl FnOnce(RetentionDesk) + 'static) {
        let desk = self.desk;
        self.run(async move {
            // What is typed has arrived before it is sent, or it would come back as a draft.
            desk.form.draft.settle().await;
            let to_pick = desk.form.draft.conflicts.with_untracked(|all| {
                all.iter()
                    .filter_map(|one| AnswerField::parse(&one.field))
                    .any(|key| asked.says(key))
            });
            if to_pick {
                self.refused.set(Some(NotDone::Conflict));
                return;
            }
            let brought = carry_out(self.sent, asked).await;
            if let Some(brought) = self.judge(brought) {
                then(desk);
                match brought {
                    Brought::Page(page) => desk.show(*page),
                    Brought::Table => desk.reload(),
                }
            }
        });
    }

    /// Carries out a call that may be sent any number of times.
    pub fn run_call(
        self,
        call: impl Future<Output = Result<(), ApiError>> + 'static,
        then: impl FnOnce(RetentionDesk) + 'static,
    ) {
        self.run(async move {
            if self.judge(call.await).is_some() {
                then(self.desk);
                self.desk.reload();
            }
        });
    }

    fn run(self, work: impl Future<Output = ()> + 'static) {
        self.sending.run(async move {
            self.failed.set(None);
            self.refused.set(None);
            self.sent.done.set(None);
            work.await;
        });
    }

    fn judge<T>(self, answer: Result<T, ApiError>) -> Option<T> {
        match answer {
            Ok(brought) => return Some(brought),
            Err(error) => match NotDone::of(&error) {
                Some(why) => {
                    self.refused.try_set(Some(why));
                    self.desk.reload();
                }
                None => {
                    self.failed.try_set(Some(error));
                }
            },
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::samples::problem;
    use crate::text::Language;

    fn refusal(code: ErrorCode) -> ApiError {
        ApiError::Problem(Box::new(problem(code)))
    }

    #[test]
    fn a_plan_that_has_moved_on_is_said_in_plain_words() {
        for code in [ErrorCode::MoveNotPossible, ErrorCode::StaleVersion] {
            let why = NotDone::of(&refusal(code)).unwrap();
            assert_eq!(why, NotDone::Moved);
            assert!(why.words(Language::Da.texts(), "").contains("det, du har skrevet, er gemt"));
        }
    }

    #[test]
    fn only_the_text_that_is_sent_has_to_be_picked_first() {
        let from = "2026-12-07".parse().unwrap();
        let report = Asked::Report(NewStepReport { version: 1, from, text: String::new() });
        assert!(report.says(AnswerField::Report(from)));
        assert!(!report.says(AnswerField::Remark));
        assert!(
            !Asked::Move(CitizenRetentionMove::Submit { version: 1 }).says(AnswerField::Answer)
        );
        let approve = CitizenRetentionMove::Approve { version: 1, remark: String::new() };
        assert!(Asked::Move(approve).says(AnswerField::Remark));
    }

    #[test]
    fn what_may_help_to_try_again_is_no_refusal() {
        assert_eq!(NotDone::of(&ApiError::Offline), None);
        assert_eq!(NotDone::of(&refusal(ErrorCode::Busy)), None);
    }

    #[test]
    fn a_closed_case_names_the_phone() {
        let words = NotDone::Closed.words(Language::En.texts(), "70 10 20 30");
        assert!(words.contains("70 10 20 30"));
    }
}
