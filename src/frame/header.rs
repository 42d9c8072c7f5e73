//! The header's two rows, the menu of the caseworker's area, and the ribbon of the
//! demonstration.

use contract::session::Role;
use leptos::prelude::*;

use crate::router::{use_go, use_path};
use crate::routes::{CasesView, Route};
use crate::session::use_session;
use crate::text::{Language, Text, text, text_of, use_texts};
use crate::ui::{PhoneLink, Sending, attribute, live_if};

/// Says on every screen that nothing here is real.
#[component]
pub fn Ribbon() -> impl IntoView {
    let session = use_session();
    live_if(move || {
        session.is_demo().then(|| {
            view! {
                <aside class="ribbon" aria-label=text(|t| t.common.demo)>
                    <div class="container row-between">
                        <p>{text(|t| t.common.demo_ribbon)}</p>
                        <a href=Route::Front.path()>{text(|t| t.common.demo_change_person)}</a>
                    </div>
                </aside>
            }
            .into_any()
        })
    })
}

/// Row 1: whose site, who is signed in. Row 2: which solution, which authority, where to
/// find help.
#[component]
pub fn Header(
    /// The menu of the part of the app.
    menu: fn() -> AnyView,
) -> impl IntoView {
    let t = use_texts();
    let session = use_session();
    let authority =
        text_of(move |_| session.municipality().map(|one| one.name).unwrap_or_default());
    let user = live_if(move || {
        session.signed_in().map(|person| view! { <User name=person.name/> }.into_any())
    });
    let home = attribute(move || Some(home_path(session.signed_in().map(|person| person.role))));
    let support = live_if(move || {
        session.municipality().map(|municipality| {
            let hours = match t().language {
                Language::Da => municipality.phone_hours,
                Language::En => municipality.phone_hours_en,
            };
            view! {
                <p>
                    {t().common.support} ": "
                    <PhoneLink phone=municipality.phone/>
                    " (" {hours} ")"
                </p>
            }
            .into_any()
        })
    });
    view! {
        <header class="header">
            <div class="portal-info">
                <div class="container row-between">
                    <span class="portal-name">{authority}</span>
                    <div class="portal-user">
                        <LanguageSwitch/>
                        {user}
                    </div>
                </div>
            </div>
            <div class="solution-info">
                <div class="container row-between">
                    <div class="solution-heading">
                        <a href=home>
                            {text(|t| t.common.solution)}
                        </a>
                    </div>
                    <div class="additional-info">
                        {support}
                    </div>
                </div>
            </div>
            {menu()}
        </header>
    }
    .into_any()
}

fn home_path(role: Option<Role>) -> String {
    role.map_or(Route::Front, |role| crate::session::home(&role)).path()
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let t = use_texts();
    let session = use_session();
    view! {
        <button
            type="button"
            class="header-button"
            lang=attribute(move || Some(t().common.other_language_code.to_owned()))
            on:click=move |_| {
                let other = Language::of_code(t().common.other_language_code);
                session.language.set(other);
            }
        >
            {text(|t| t.common.other_language)}
        </button>
    }
    .into_any()
}

#[component]
fn User(name: String) -> impl IntoView {
    let session = use_session();
    let sending = Sending::new();
    let go = use_go();
    let sign_out = move |_| {
        let go = go.clone();
        sending.run(async move {
            if session.may_sign_out().await && session.sign_out().await.is_ok() {
                go(Route::Front);
            }
        });
    };
    view! {
        <span class="user">{name}</span>
        <button type="button" class="header-button" on:click=sign_out>
            {text(|t| t.common.sign_out)}
        </button>
    }
    .into_any()
}

/// The menu of the caseworker's area; the other areas have none.
pub fn staff_menu() -> AnyView {
    let session = use_session();
    let is_staff = Memo::new(move |_| {
        matches!(session.signed_in().map(|person| person.role), Some(Role::Caseworker { .. }))
    });
    let leads = Memo::new(move |_| {
        let role = session.signed_in().map(|person| person.role);
        matches!(role, Some(Role::Caseworker { team_leader: true, .. }))
    });
    live_if(move || {
        let exchange = leads.get().then(|| {
            view! { <MenuItem to=Route::StaffExchange label=text(|t| t.staff().menu.exchange)/> }
        });
        is_staff.get().then(|| {
            view! {
                <nav class="area-menu" aria-label=text(|t| t.common.main_navigation)>
                    <ul class="container no-max-width">
                        <MenuItem to=Route::Staff(None, None) label=text(|t| t.staff().menu.week)/>
                        <MenuItem to=Route::StaffCalendar(None) label=text(|t| t.staff().menu.calendar)/>
                        <MenuItem to=Route::StaffCases(CasesView::default()) label=text(|t| t.staff().menu.cases)/>
                        <MenuItem to=Route::StaffKpi(String::new()) label=text(|t| t.staff().menu.kpi)/>
                        <MenuItem to=Route::StaffGroups label=text(|t| t.staff().menu.groups)/>
                        {exchange}
                    </ul>
                </nav>
            }
            .into_any()
        })
    })
}

#[component]
fn MenuItem(to: Route, label: Text) -> impl IntoView {
    let current = use_path();
    let path = to.path();
    let href = path.clone();
    // The menu item stays marked on the pages of one case, and of one group session.
    let below = format!("{path}/");
    let has_pages_below = matches!(to, Route::StaffCases(_) | Route::StaffGroups);
    let here = move || {
        current.with(|current| *current == path || has_pages_below && current.starts_with(&below))
    };
    view! {
        <li>
            <a href=href aria-current=attribute(move || here().then(|| "page".to_owned()))>
                {label}
            </a>
        </li>
    }
}
