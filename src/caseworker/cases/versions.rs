//! The versions of a plan to choose from.

use leptos::prelude::*;

use crate::router::version_query;
use crate::routes::Route;
use crate::text::{fill, text, text_of};
use crate::ui::{attribute, live_if};

/// The versions to choose from, when there are several. The link that was pressed stays.
#[component]
pub fn Versions(
    /// Their numbers.
    numbers: Memo<Option<Vec<u32>>>,
    /// The page of a version; the newest one's when it names none.
    to: Callback<Option<u32>, Route>,
) -> impl IntoView {
    let shown = version_query();
    live_if(move || {
        let numbers = numbers.get().filter(|numbers| numbers.len() > 1)?;
        let newest = numbers.iter().max().copied()?;
        let links = numbers.into_iter().map(|number| {
            let is_newest = number == newest;
            let to = to.run((!is_newest).then_some(number));
            let here = attribute(move || {
                (shown.get().unwrap_or(newest) == number).then(|| "page".to_owned())
            });
            let words = text_of(move |t| {
                let texts = &t.staff().plan;
                let sentence = if is_newest { texts.newest } else { texts.version };
                fill(sentence, &[&number.to_string()])
            });
            view! {
                <a
                    class="button button-secondary"
                    href=to.path()
                    aria-current=here
                    data-noscroll=""
                >
                    {words}
                </a>
            }
        });
        Some(
            view! {
                <nav class="toolbar" aria-label=text(|t| t.staff().plan.versions)>
                    {links.collect_view()}
                </nav>
            }
            .into_any(),
        )
    })
}
