//! What is typed as an answer, what keeps it from being sent, and what became of it. Plain functions
//! but for the last.

use contract::limits;
use contract::problem::{ErrorCode, FieldCode};
use contract::satisfaction::{
    SatisfactionAnswer, SatisfactionPart, SatisfactionReply, check_remark,
};
use leptos::prelude::*;

use crate::api::ApiError;
use crate::session::use_session;
use crate::text::{Texts, fill, text, text_of};
use crate::ui::{Alert, AlertKind, FieldProblem};

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub satisfied: String,
    pub closer: String,
    pub remark: String,
}

/// The answer, or what is wrong. `id_of` says where each part stands on the page.
pub(super) fn reply_of(
    t: &Texts,
    typed: &Typed,
    id_of: impl Fn(SatisfactionPart) -> String,
) -> Result<SatisfactionReply, Vec<FieldProblem>> {
    let texts = t.satisfaction();
    let remark = typed.remark.trim();
    let (satisfied, closer) = (typed.satisfied.parse::<u8>(), typed.closer.parse::<u8>());
    let wrong_remark = check_remark(remark).map(|code| match code {
        FieldCode::TooLong => fill(texts.mend_long, &[&limits::NOTE_CHARS.to_string()]),
        FieldCode::CprNumber => texts.mend_cpr.to_owned(),
        _ => texts.mend_characters.to_owned(),
    });
    let wrong = [
        (
            SatisfactionPart::Satisfied,
            satisfied.is_err().then(|| texts.choose_satisfied.to_owned()),
        ),
        (SatisfactionPart::Closer, closer.is_err().then(|| texts.choose_closer.to_owned())),
        (SatisfactionPart::Remark, wrong_remark),
    ];
    let problems: Vec<FieldProblem> = wrong
        .into_iter()
        .filter_map(|(part, message)| Some(FieldProblem::new(id_of(part), message?)))
        .collect();
    match (satisfied, closer) {
        (Ok(satisfied), Ok(closer)) if problems.is_empty() => {
            let remark = remark.to_owned();
            Ok(SatisfactionReply::Answer(SatisfactionAnswer { satisfied, closer, remark }))
        }
        _ => Err(problems),
    }
}

/// What is marked while somebody types: what was marked before and is still wrong, and a `remark` as
/// soon as it cannot be kept as it stands.
pub(super) fn marked(
    found: Vec<FieldProblem>,
    before: &[FieldProblem],
    remark: &str,
) -> Vec<FieldProblem> {
    let known = |problem: &FieldProblem| before.iter().any(|other| other.id == problem.id);
    found.into_iter().filter(|problem| problem.id == remark || known(problem)).collect()
}

/// How somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// On their own page.
    SignedIn,
    /// By link, where it is not told whether there is an answer already.
    Link,
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// It is there.
    Thanks,
    /// One is not asked again.
    Declined,
    /// It is there, unless another one was before.
    ThanksByLink,
    /// There is another one already, which stands.
    Already,
    /// It is too late.
    Over,
    /// No such link.
    Unknown,
    /// Nobody asks about that conversation any more.
    NotAsked,
}

/// What an attempt to answer came to; an error where trying again may help.
pub(super) fn said(
    by: By,
    reply: &SatisfactionReply,
    answer: Result<(), ApiError>,
) -> Result<Said, ApiError> {
    match (by, reply, answer) {
        (By::Link, _, Ok(())) => Ok(Said::ThanksByLink),
        (By::SignedIn, SatisfactionReply::Answer(_), Ok(())) => Ok(Said::Thanks),
        (By::SignedIn, SatisfactionReply::No, Ok(())) => Ok(Said::Declined),
        (_, _, Err(error)) => match error.code() {
            Some(ErrorCode::AlreadyAnswered) => Ok(Said::Already),
            Some(ErrorCode::AskingIsOver) => Ok(Said::Over),
            Some(ErrorCode::NotFound) if by == By::SignedIn => Ok(Said::NotAsked),
            Some(ErrorCode::NotFound) => Ok(Said::Unknown),
            _ => Err(error),
        },
    }
}

impl Said {
    /// In words.
    pub(super) fn view(self) -> AnyView {
        let session = use_session();
        let good = |heading, words| {
            view! {
                <Alert kind=AlertKind::Success heading=heading live=true><p>{words}</p></Alert>
            }
            .into_any()
        };
        let not_again = text(|t| t.satisfaction().thanks_text);
        match self {
            Self::Thanks => good(text(|t| t.satisfaction().thanks), not_again),
            Self::Declined => good(text(|t| t.satisfaction().declined), not_again),
            Self::ThanksByLink => good(
                text(|t| t.satisfaction().thanks_link),
                text(|t| t.satisfaction().thanks_link_text),
            ),
            Self::Already => plain(text(|t| t.satisfaction().already)),
            Self::Unknown => plain(text(|t| t.satisfaction().link_unknown)),
            Self::NotAsked => plain(text(|t| t.satisfaction().not_asked)),
            Self::Over => plain(text_of(move |t| fill(t.satisfaction().over, &[&session.phone()]))),
        }
    }
}

fn plain(words: Signal<String>) -> AnyView {
    view! { <Alert live=true><p>{words}</p></Alert> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples::refusal;
    use crate::text::Language;

    fn typed(satisfied: &str, closer: &str, remark: &str) -> Typed {
        Typed {
            satisfied: satisfied.to_owned(),
            closer: closer.to_owned(),
            remark: remark.to_owned(),
        }
    }

    fn messages(typed: &Typed) -> Vec<String> {
        let found = reply_of(Language::Da.texts(), typed, |part| format!("{part:?}"));
        found.unwrap_err().into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn both_questions_want_an_answer_and_the_remark_none() {
        let reply = reply_of(Language::Da.texts(), &typed("5", "2", " "), |_| String::new());
        let answer = SatisfactionAnswer { satisfied: 5, closer: 2, remark: String::new() };
        assert_eq!(reply, Ok(SatisfactionReply::Answer(answer)));
        assert_eq!(
            messages(&typed("", "", "")),
            [
                "Vælg, hvor tilfreds du er med samtalen",
                "Vælg, om samtalen har bragt dig tættere på at komme i arbejde",
            ]
        );
    }

    #[test]
    fn a_link_never_says_that_an_answer_was_the_one_that_counts() {
        let came_to = |by, answer| said(by, &SatisfactionReply::No, answer);
        assert_eq!(came_to(By::Link, Ok(())), Ok(Said::ThanksByLink));
        assert_eq!(came_to(By::SignedIn, Ok(())), Ok(Said::Declined));
        let gone = || Err(refusal(ErrorCode::NotFound));
        assert_eq!(came_to(By::Link, gone()), Ok(Said::Unknown));
        assert_eq!(came_to(By::SignedIn, gone()), Ok(Said::NotAsked), "there was no link");
    }

    #[test]
    fn a_mark_goes_when_it_is_mended_and_comes_by_itself_at_the_remark_only() {
        let found = |typed| {
            reply_of(Language::Da.texts(), &typed, |part| format!("{part:?}"))
                .err()
                .unwrap_or_default()
        };
        let ids = |problems: Vec<FieldProblem>| -> Vec<String> {
            problems.into_iter().map(|problem| problem.id).collect()
        };
        let cpr = found(typed("", "", "070761-4285"));
        assert_eq!(ids(marked(cpr, &[], "Remark")), ["Remark"]);
        let all = found(typed("", "", ""));
        let left = marked(found(typed("4", "", "")), &all, "Remark");
        assert_eq!(ids(left), ["Closer"]);
    }

    #[test]
    fn a_cpr_number_is_to_be_taken_out() {
        assert!(messages(&typed("5", "5", "070761-4285"))[0].starts_with("Fjern CPR-nummeret"));
    }
}
