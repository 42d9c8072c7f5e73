//! What the citizen of a view is written, beside the pages: the same list and the same letters as on
//! the case page, of the view's day and in its language.

use contract::ids::LetterId;
use contract::letters::CaseLetters;
use contract::paths;
use contract::preview::Preview;
use contract::problem::ErrorCode;
use leptos::prelude::*;

use crate::api::{Load, load};
use crate::caseworker::cases::{all_letters, one_letter};
use crate::text::{Language, text};
use crate::ui::{Button, ButtonKind, focus_element, live, show};

/// The heading, which is gone to whenever the list or a letter takes the other's place.
const HEADING: &str = "preview-letters";

/// All letters, or the one that is chosen.
#[component]
pub fn Letters(
    /// What is shown.
    shown: RwSignal<Option<Preview>>,
    /// In which language.
    language: RwSignal<Language>,
    /// The view is not open any more.
    on_closed: Callback<()>,
) -> impl IntoView {
    let view = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|one| one.id)));
    let data = load::<CaseLetters>(move || {
        view.get().map(paths::staff_preview_letters).unwrap_or_default()
    });
    let chosen = RwSignal::new(None::<LetterId>);
    // Another view has letters of its own.
    Effect::new(move || {
        view.track();
        chosen.set(None);
    });
    Effect::new(move || {
        let closed = data.state.with(|load| match load {
            Load::Failed(error) => error.code() == Some(ErrorCode::NotFound),
            Load::Loading | Load::Ready(_) => false,
        });
        if closed {
            on_closed.run(());
        }
    });
    let choose = move |letter: Option<LetterId>| {
        chosen.set(letter);
        // In the next frame, when it is drawn.
        request_animation_frame(|| focus_element(HEADING));
    };
    let opens = move |id: LetterId, subject| {
        view! {
            <Button
                kind=ButtonKind::Tertiary
                text=subject
                on_click=move |()| choose(Some(id))
            />
        }
        .into_any()
    };
    view! {
        <h2 id=HEADING tabindex="-1">{text(|t| t.staff().letters.title)}</h2>
        {show(data, move |all| live(move || {
            let letter = all.letters.iter().find(|one| one.id.is_some() && one.id == chosen.get());
            match letter {
                None => all_letters(all.clone(), language.into(), opens),
                Some(letter) => view! {
                    {one_letter(letter.clone(), all.today, language)}
                    <div class="toolbar">
                        <Button
                            text=text(|t| t.staff().letters.to_list)
                            on_click=move |()| choose(None)
                        />
                    </div>
                }
                .into_any(),
            }
        }))}
    }
    .into_any()
}
