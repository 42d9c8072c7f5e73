//! The banner over a citizen's pages, which stays in sight: what they are, and the way back. And
//! the message that explains what was not done.

use contract::preview::{Preview, PreviewOf};
use leptos::prelude::*;

use super::frame::Frame;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, Button, ButtonKind, live_if};

/// The banner.
#[component]
pub fn Banner(
    /// What is shown.
    shown: RwSignal<Option<Preview>>,
    /// The way back.
    on_leave: Callback<()>,
    /// Is the way back being gone?
    leaving: Signal<bool>,
) -> impl IntoView {
    let says = text_of(move |t| {
        let texts = &t.staff().preview;
        let is_sample = shown.with(|shown| {
            shown.as_ref().is_some_and(|one| matches!(one.of, PreviewOf::Sample { .. }))
        });
        (if is_sample { texts.banner_sample } else { texts.banner }).to_owned()
    });
    let which = text_of(move |t| {
        shown.with(|shown| shown.as_ref().map(|one| which(t, one)).unwrap_or_default())
    });
    let unsent = live_if(move || {
        let not_sent = shown.with(|shown| shown.as_ref().is_some_and(|one| one.plan_not_sent));
        not_sent.then(|| view! { <p>{text(|t| t.staff().preview.not_sent)}</p> }.into_any())
    });
    view! {
        <section
            class="preview-banner"
            aria-label=text(|t| t.staff().preview.view)
        >
            <div>
                <p><strong>{says}</strong></p>
                <p aria-live="polite">{which}</p>
                {unsent}
            </div>
            <Button
                kind=ButtonKind::Primary
                text=text(|t| t.staff().preview.leave)
                busy=leaving
                on_click=on_leave
            />
        </section>
    }
    .into_any()
}

/// "Maja Holm, som det ser ud mandag den 7. december, med en kalender …".
fn which(t: &Texts, preview: &Preview) -> String {
    let texts = &t.staff().preview;
    let mut parts = vec![whose(t, preview)];
    parts.push(if preview.other_day {
        fill(texts.on_day, &[&dates::full_date(t.language, preview.on)])
    } else {
        texts.today.to_owned()
    });
    if let Some(calendar) = preview.calendar {
        let day = |day| dates::date_without_weekday(t.language, day);
        let days = [day(calendar.span.from), day(calendar.span.to)];
        parts.push(fill(texts.with_calendar, &[&days[0], &days[1]]));
    }
    parts.join(", ")
}

/// Whose pages they are.
pub fn whose(t: &Texts, preview: &Preview) -> String {
    match preview.of {
        PreviewOf::Case { .. } => preview.citizen.clone(),
        PreviewOf::Sample { situation } => t.front.situations.of(situation).to_owned(),
    }
}

/// What the citizen would have done, and that it is not done. The region stands there from the
/// start, so that screen readers watch it.
#[component]
pub fn Explanation(
    /// The frame it is about.
    frame: Frame,
) -> impl IntoView {
    let tried = frame.tried;
    view! {
        <div class="preview-tried" role="status">
            {live_if(move || tried.get().map(|tried| {
                let words = text_of(move |t| {
                    format!("{} {}", tried.words(t), t.staff().tried.read_only)
                });
                view! {
                    <Alert kind=AlertKind::Info>
                        <p>{words}</p>
                        <Button
                            text=text(|t| t.staff().tried.close)
                            on_click=move |()| frame.close_explanation()
                        />
                    </Alert>
                }
                .into_any()
            }))}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use contract::calendar::PublishSpan;
    use contract::ids::{CaseId, CaseworkerId, PreviewId};
    use contract::preview::UnpublishedCalendar;
    use contract::session::DemoSituation;
    use uuid::Uuid;

    use super::*;
    use crate::citizen::samples::day;
    use crate::text::Language;

    fn preview() -> Preview {
        let case_id = CaseId(Uuid::from_u128(1));
        Preview {
            id: PreviewId(Uuid::from_u128(2)),
            of: PreviewOf::Case { case_id },
            case_id,
            citizen: "Maja Holm".into(),
            on: day("2026-12-07"),
            other_day: false,
            calendar: None,
            plan_not_sent: false,
        }
    }

    #[test]
    fn the_banner_says_whose_pages_they_are_and_how_they_differ_from_today() {
        let t = Language::Da.texts();
        assert_eq!(which(t, &preview()), "Maja Holm, som det ser ud i dag");
        let later = Preview { other_day: true, ..preview() };
        assert!(which(t, &later).ends_with("som det ser ud mandag den 7. december 2026"));
        let span = PublishSpan { from: day("2026-12-14"), to: day("2026-12-18") };
        let caseworker_id = CaseworkerId(Uuid::from_u128(3));
        let calendar = Some(UnpublishedCalendar { caseworker_id, span });
        let planned = which(t, &Preview { calendar, ..preview() });
        assert!(planned.ends_with("(14. december–18. december)"), "{planned}");
    }

    #[test]
    fn a_sample_is_named_by_its_situation_and_not_as_a_person() {
        let of = PreviewOf::Sample { situation: DemoSituation::Overdue };
        let said = whose(Language::Da.texts(), &Preview { of, ..preview() });
        assert_eq!(said, "Fristen er overskredet");
    }
}
