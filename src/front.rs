//! The front page: what Genvej is, and signing in (in the demonstration: as whom).

use contract::paths;
use contract::session::{DemoPersona, DemoRole, Session};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ApiError, load};
use crate::router::use_go_to;
use crate::session::{home, use_session};
use crate::text::{Language, Text, fill, text, text_of};
use crate::ui::{
    Alert, ButtonKind, Failed, LinkButton, Loading, Page, Sending, failure, flag, live, show,
};

/// The front page.
#[component]
pub fn FrontPage() -> impl IntoView {
    let session = use_session();
    let retry = Callback::new(move |()| {
        session.failed.set(None);
        spawn_local(session.refresh());
    });
    let sign_in = live(move || match (session.session.get(), session.failed.get()) {
        (Some(session), _) => view! { <SignIn session=session/> }.into_any(),
        (None, Some(error)) => view! { <Failed error=error retry=retry/> }.into_any(),
        (None, None) => view! { <Loading/> }.into_any(),
    });
    view! {
        <Page title=text(|t| t.front.heading)>
            <p class="font-lead">{text(|t| t.front.lead)}</p>
            <ul>
                {[0, 1, 2]
                    .map(|point| text_of(move |t| t.front.points[point].to_owned()))
                    .map(|point| view! { <li>{point}</li> })}
            </ul>
            {sign_in}
        </Page>
    }
    .into_any()
}

#[component]
fn SignIn(session: Session) -> impl IntoView {
    let person = session.signed_in.map(|person| {
        let (name, to) = (person.name, home(&person.role));
        view! {
            <Alert>
                <p>{text_of(move |t| fill(t.front.signed_in_as, &[&name]))}</p>
                <LinkButton kind=ButtonKind::Primary to=to text=text(|t| t.front.go_on)/>
            </Alert>
        }
    });
    let municipality = session.municipality;
    let way_in = if session.demo {
        view! { <Personas/> }.into_any()
    } else {
        let later = text_of(move |t| {
            let hours = match t.language {
                Language::Da => &municipality.phone_hours,
                Language::En => &municipality.phone_hours_en,
            };
            fill(t.front.sign_in_later, &[&municipality.phone, hours])
        });
        view! { <p>{later}</p> }.into_any()
    };
    view! {
        {person}
        <h2>{text(|t| t.front.sign_in)}</h2>
        {way_in}
    }
    .into_any()
}

/// The people of the demonstration, by kind.
#[component]
fn Personas() -> impl IntoView {
    let personas = load::<Vec<DemoPersona>>(|| paths::SESSION_DEMO.to_owned());
    view! {
        <p>{text(|t| t.front.choose_person)}</p>
        {show(personas, move |personas| {
            let staff = [DemoRole::Caseworker, DemoRole::TeamLeader];
            let group = |roles: &[DemoRole]| {
                let of_group = personas.iter().filter(|persona| roles.contains(&persona.role));
                of_group.cloned().collect::<Vec<_>>()
            };
            view! {
                <h3>{text(|t| t.front.citizens)}</h3>
                <PersonaList personas=group(&[DemoRole::Citizen])/>
                <h3>{text(|t| t.front.employers)}</h3>
                <PersonaList personas=group(&[DemoRole::Employer])/>
                <h3>{text(|t| t.front.caseworkers)}</h3>
                <PersonaList personas=group(&staff)/>
            }
            .into_any()
        })}
    }
    .into_any()
}

#[component]
fn PersonaList(personas: Vec<DemoPersona>) -> impl IntoView {
    let failed = RwSignal::new(None);
    let rows =
        personas.into_iter().map(|persona| view! { <Persona persona=persona failed=failed/> });
    view! {
        <ul class="persona-list">{rows.collect_view()}</ul>
        {failure(failed)}
    }
    .into_any()
}

#[component]
fn Persona(persona: DemoPersona, failed: RwSignal<Option<ApiError>>) -> impl IntoView {
    let session = use_session();
    let sending = Sending::new();
    let go = use_go_to();
    let words = situation(&persona);
    let name = persona.name.clone();
    let persona = StoredValue::new(persona);
    let sign_in = move |_| {
        let go = go.clone();
        sending.run(async move {
            match session.sign_in_as(&persona.get_value()).await {
                Ok(path) => go(&path),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let busy = sending.busy();
    view! {
        <li>
            <button
                type="button"
                class="persona"
                aria-disabled=flag(move || busy.get())
                on:click=sign_in
            >
                <strong>{name}</strong>
                {words}
            </button>
        </li>
    }
    .into_any()
}

fn situation(persona: &DemoPersona) -> Text {
    let (role, situation) = (persona.role, persona.situation);
    text_of(move |t| {
        let t = &t.front.situations;
        let words = match role {
            DemoRole::Citizen => t.of(situation),
            DemoRole::Employer => t.employer,
            DemoRole::Caseworker => t.caseworker,
            DemoRole::TeamLeader => t.team_leader,
        };
        words.to_owned()
    })
}
