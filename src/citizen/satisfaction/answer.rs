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

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// It is there.
    Thanks,
    /// One is not asked again.
    Declined,
    /// There is another one already, which stands.
    Already,
    /// It is too late.
    Over,
    /// No such link.
    Unknown,
}

/// What an attempt to answer came to; an error where trying again may help.
pub(super) fn said(
    reply: &SatisfactionReply,
    answer: Result<(), ApiError>,
) -> Result<Said, ApiError> {
    match (reply, answer) {
        (SatisfactionReply::Answer(_), Ok(())) => Ok(Said::Thanks),
        (SatisfactionReply::No, Ok(())) => Ok(Said::Declined),
        (_, Err(error)) => match error.code() {
            Some(ErrorCode::AlreadyAnswered) => Ok(Said::Already),
            Some(ErrorCode::AskingIsOver) => Ok(Said::Over),
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
            Self::Already => plain(text(|t| t.satisfaction().already)),
            Self::Unknown => plain(text(|t| t.satisfaction().link_unknown)),
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
    fn a_cpr_number_is_to_be_taken_out() {
        assert!(messages(&typed("5", "5", "070761-4285"))[0].starts_with("Fjern CPR-nummeret"));
    }
}
