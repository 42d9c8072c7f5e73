//! Letters and messages as the citizen of a case gets them: all of them with the day each leaves, and
//! one as it looks. Lays out what the server has written.

mod leaves;
mod preview;
mod sheet;

use chrono::NaiveDate;
use contract::ids::{CaseId, LetterId};
use contract::letters::{CaseLetters, Letter, LetterKind};
use contract::paths;
use leptos::prelude::*;

use self::leaves::leaves;
pub use self::preview::LetterPreview;
use self::sheet::Sheet;
use crate::api::{Load, Loaded, load};
use crate::router::{case_param, letter_query};
use crate::routes::Route;
use crate::text::{Language, Text, Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{BackLink, LinkButton, NotFound, Page, Table, Tag, attribute, live, show};

/// The page: all letters of a case, or the one that the address names.
#[component]
pub fn LettersPage() -> impl IntoView {
    let (case, letter) = (case_param(), letter_query());
    live(move || match (case.get(), letter.get()) {
        (Some(id), None) => {
            let data = load::<CaseLetters>(move || paths::staff_case_letters(id));
            view! { <All id data/> }.into_any()
        }
        (Some(id), Some(letter)) => {
            let data = load::<CaseLetters>(move || paths::staff_case_letters(id));
            let one = Memo::new(move |_| match data.state.get() {
                Load::Ready(all) => all.letters.into_iter().find(|one| one.id == Some(letter)),
                _ => None,
            });
            view! { <One id data one/> }.into_any()
        }
        (None, _) => view! { <NotFound/> }.into_any(),
    })
}

#[component]
fn All(id: CaseId, data: Loaded<CaseLetters>) -> impl IntoView {
    let t = use_texts();
    let language = Signal::derive(move || t().language);
    let above = view! {
        <BackLink to=Route::StaffCase(id) label=text(|t| t.staff().cases.back_to_case)/>
    };
    view! {
        <Page title=text(|t| t.staff().letters.title) above=above.into_any()>
            {show(data, move |all| all_letters(all, language, move |letter, subject| {
                let to = Route::StaffLetters(id, Some(letter)).path();
                view! { <a href=to>{subject}</a> }.into_any()
            }))}
        </Page>
    }
    .into_any()
}

/// All letters, their subjects in a language. `opens` draws what leads from a subject to its letter.
pub fn all_letters(
    all: CaseLetters,
    language: Signal<Language>,
    opens: impl Fn(LetterId, Text) -> AnyView + Copy,
) -> AnyView {
    let citizen = all.citizen.clone();
    view! {
        <p>
            {text_of(move |t| fill(t.staff().letters.lead, &[&citizen]))} " "
            {text(|t| t.staff().letters.not_sent_text)}
        </p>
        {list(all, language, opens)}
    }
    .into_any()
}

fn list(
    all: CaseLetters,
    language: Signal<Language>,
    opens: impl Fn(LetterId, Text) -> AnyView + Copy,
) -> AnyView {
    if all.letters.is_empty() {
        return view! { <p>{text(|t| t.staff().letters.none)}</p> }.into_any();
    }
    let columns = vec![
        text(|t| t.staff().letters.subject),
        text(|t| t.staff().letters.kind),
        text(|t| t.staff().letters.leaves),
    ];
    let today = all.today;
    let rows =
        all.letters.into_iter().map(|letter| row(letter, today, language, opens)).collect_view();
    view! { <Table caption=text(|t| t.staff().letters.title) columns=columns>{rows}</Table> }
        .into_any()
}

fn row(
    letter: Letter,
    today: NaiveDate,
    language: Signal<Language>,
    opens: impl Fn(LetterId, Text) -> AnyView,
) -> AnyView {
    let t = use_texts();
    let Letter { id, kind, leaves, da, en, .. } = letter;
    let subject = text_of(move |_| sheet::in_language(language.get(), &da, &en).subject.clone());
    let subject = match id {
        Some(id) => opens(id, subject),
        None => subject.into_any(),
    };
    let lang = attribute(move || Some(language.get().code().to_owned()));
    let waits = (leaves.held.is_some() && leaves.on > today).then(|| {
        let words = text(|t| t.staff().letters.not_sent);
        view! { " " <Tag text=words kind="warning"/> }
    });
    view! {
        <tr>
            <td data-title=text(|t| t.staff().letters.subject)>
                <span lang=lang>{subject}</span>
            </td>
            <td data-title=text(|t| t.staff().letters.kind)>
                {text_of(move |t| kind_words(t, kind).to_owned())}
            </td>
            <td data-title=text(|t| t.staff().letters.leaves)>
                {move || dates::full_date(t().language, leaves.on)} {waits}
            </td>
        </tr>
    }
    .into_any()
}

fn kind_words(t: &Texts, kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Decision => t.staff().letters.decision,
        LetterKind::Message => t.staff().letters.message,
    }
}

/// One letter, with the day it leaves.
pub fn one_letter(letter: Letter, today: NaiveDate, language: RwSignal<Language>) -> AnyView {
    view! {
        {leaves(&letter, today)}
        <Sheet letter language/>
    }
    .into_any()
}

#[component]
fn One(id: CaseId, data: Loaded<CaseLetters>, one: Memo<Option<Letter>>) -> impl IntoView {
    let above = view! {
        <BackLink to=Route::StaffCase(id) label=text(|t| t.staff().cases.back_to_case)/>
    };
    let title = text_of(move |t| {
        let message = one.get().is_some_and(|letter| letter.kind == LetterKind::Message);
        let texts = &t.staff().letters;
        if message { texts.message_title } else { texts.one_title }.to_owned()
    });
    let body = show(data, move |all| match one.get() {
        Some(letter) => one_letter(letter, all.today, RwSignal::new(Language::Da)),
        None => view! { <p>{text(|t| t.staff().letters.not_found)}</p> }.into_any(),
    });
    view! {
        <Page title=title above=above.into_any()>
            {body}
            <p>
                <LinkButton
                    to=Route::StaffLetters(id, None)
                    text=text(|t| t.staff().letters.to_list)
                />
            </p>
        </Page>
    }
    .into_any()
}
