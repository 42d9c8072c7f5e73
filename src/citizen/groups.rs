//! Group sessions: those to come, taking a seat, the waiting list, and giving a seat up. Shows
//! nobody else, and no numbers.

mod act;
mod card;
mod words;

use contract::groups::{CitizenGroup, CitizenGroups, GroupPart};
use contract::paths;
use leptos::prelude::*;

use self::act::Acting;
use self::card::{chosen, own};
use crate::api::load;
use crate::routes::Route;
use crate::session::use_session;
use crate::text::groups::theme_name;
use crate::text::{fill, text, text_of};
use crate::ui::{Alert, BackLink, CallButton, Page, show};

/// The page.
#[component]
pub fn GroupsPage() -> impl IntoView {
    let groups = load::<CitizenGroups>(|| paths::CITIZEN_GROUPS.to_owned());
    let acting = Acting::new(groups);
    let above = view! { <BackLink to=Route::My label=text(|t| t.citizen.overview.title)/> };
    view! {
        <Page title=text(|t| t.groups().title) above=above.into_any()>
            <p class="font-lead">{text(|t| t.groups().what)}</p>
            <p><strong>{text(|t| t.groups().voluntary)}</strong></p>
            <p>{text(|t| t.groups().private)} " " {text(|t| t.groups().no_followup)}</p>
            {acting.outcome()}
            {show(groups, move |groups| body(groups, acting))}
        </Page>
    }
    .into_any()
}

fn body(groups: CitizenGroups, acting: Acting) -> AnyView {
    let session = use_session();
    let CitizenGroups { case_closed, standby, sessions } = groups;
    let stands = if case_closed {
        let words = text_of(move |t| fill(t.groups().closed, &[&session.phone()]));
        view! { <Alert><p>{words}</p></Alert> }.into_any()
    } else if standby {
        view! { <p>{text(|t| t.groups().standby)}</p> }.into_any()
    } else {
        ().into_any()
    };
    if sessions.is_empty() {
        let words = text_of(move |t| fill(t.groups().none_do, &[&session.phone()]));
        return view! {
            {stands}
            <Alert heading=text(|t| t.groups().none)><p>{words}</p></Alert>
            <CallButton/>
        }
        .into_any();
    }
    let (mine, others): (Vec<_>, Vec<_>) = sessions.into_iter().partition(is_mine);
    let mine = (!mine.is_empty()).then(|| {
        let cards = mine.into_iter().map(|group| own(group, case_closed, acting)).collect_view();
        view! {
            <section aria-labelledby="groups-mine">
                <h2 id="groups-mine">{text(|t| t.groups().mine)}</h2>
                {cards}
            </section>
        }
    });
    let themes = by_theme(others).into_iter().enumerate().map(|(number, (theme, groups))| {
        let id = format!("groups-theme-{number}");
        let name = text_of(move |t| theme_name(t, &theme));
        let cards =
            groups.into_iter().map(|group| chosen(group, case_closed, acting)).collect_view();
        view! {
            <section aria-labelledby=id.clone()>
                <h3 id=id.clone()>{name}</h3>
                {cards}
            </section>
        }
    });
    let themes = themes.collect_view();
    let heading = (!themes.is_empty()).then(|| view! { <h2>{text(|t| t.groups().others)}</h2> });
    view! { {stands} {mine} {heading} {themes} }.into_any()
}

/// Has the citizen something to do with it?
fn is_mine(group: &CitizenGroup) -> bool {
    !matches!(group.mine, GroupPart::None | GroupPart::OfferOver)
}

/// The sessions under their themes, in the order of the first of each.
fn by_theme(groups: Vec<CitizenGroup>) -> Vec<(contract::groups::GroupTheme, Vec<CitizenGroup>)> {
    let mut themes: Vec<(contract::groups::GroupTheme, Vec<CitizenGroup>)> = Vec::new();
    for group in groups {
        match themes.iter_mut().find(|(theme, _)| theme.code == group.theme.code) {
            Some((_, own)) => own.push(group),
            None => themes.push((group.theme.clone(), vec![group])),
        }
    }
    themes
}

#[cfg(test)]
mod tests {
    use super::words::samples::group;
    use super::*;

    #[test]
    fn sessions_stand_under_their_themes() {
        let groups = vec![group("cv", 1), group("coping", 2), group("cv", 3)];
        let themes = by_theme(groups);
        let counts: Vec<_> =
            themes.iter().map(|(theme, own)| (theme.code.as_str(), own.len())).collect();
        assert_eq!(counts, [("cv", 2), ("coping", 1)]);
    }

    #[test]
    fn what_one_has_to_answer_stands_on_top() {
        let mut offered = group("cv", 1);
        offered.mine = GroupPart::Offered { until: offered.starts_at };
        assert!(is_mine(&offered));
        assert!(!is_mine(&group("cv", 2)));
        assert!(!is_mine(&CitizenGroup { mine: GroupPart::OfferOver, ..group("cv", 3) }));
    }
}
