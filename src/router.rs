//! The address in view: following links and Back without loading the page anew, and telling
//! a page the part of the address it depends on. Knows no page; why it is our own is in
//! `docs/decisions/0004-a-router-of-our-own.md`.

use chrono::NaiveDate;
use contract::ids::{BookingId, CaseId, CaseworkerId, GroupSessionId, LetterId, PreviewId};
use contract::rules::ContactChannel;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlAnchorElement;

use crate::routes::{CasesView, Route};
use crate::ui::live;

/// What the address is, and how to change it.
#[derive(Clone, Copy)]
pub struct Router {
    path: RwSignal<String>,
    page: RwSignal<Shown>,
    parse: Parse,
}

/// What of its part's pages an address is; `None` when its page is elsewhere, or nowhere.
type Parse = fn(path: &str, query: &str) -> Option<Route>;

/// The page in view. It stays while only what it depends on changes, and what a page depends
/// on does not change any more once another page is in view.
#[derive(Clone)]
struct Shown {
    route: ArcRwSignal<Option<Route>>,
}

/// How to go to an address.
#[derive(Clone, Copy, Default)]
struct Manner {
    /// Take the place of the present address in the history.
    replace: bool,
    /// Leave the page scrolled as it is.
    keep_scroll: bool,
}

impl Router {
    /// Starts with the address of the browser. `parse` knows the addresses of this part of the
    /// app; the others are left to the browser.
    pub fn start(parse: Parse) -> Self {
        let (path, query) = current_address();
        let route = ArcRwSignal::new(parse(&path, &query));
        let router =
            Self { path: RwSignal::new(path), page: RwSignal::new(Shown { route }), parse };
        provide_context(router);
        // The listeners stay as long as the app, which is as long as the document.
        let _stays = window_event_listener(ev::popstate, move |_| router.arrive());
        let _stays = window_event_listener(ev::click, move |event| router.follow(&event));
        router
    }

    /// The page in view.
    pub fn view(self, draw: fn(Option<&Route>, &str) -> AnyView) -> AnyView {
        live(move || {
            let shown = self.page.get();
            let route = shown.route.get_untracked();
            provide_context(shown);
            draw(route.as_ref(), &self.path.get_untracked())
        })
    }

    fn go(self, address: &str, manner: Manner) {
        let address_here = address.split('#').next().unwrap_or_default();
        let (path, query) = address_here.split_once('?').unwrap_or((address_here, ""));
        let moved = (self.parse)(path, query).is_some() && push(address, manner.replace);
        if !moved {
            // A browser that does not follow an address of its own page has closed it.
            let _ = window().location().set_href(address);
            return;
        }
        self.arrive();
        if !manner.keep_scroll {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Shows what the address of the browser says.
    fn arrive(self) {
        let (path, query) = current_address();
        let route = (self.parse)(&path, &query);
        let shown = self.page.get_untracked().route;
        let same_page = match (&route, &*shown.read_untracked()) {
            (Some(new), Some(old)) => new.is_page_of(old),
            _ => false,
        };
        if self.path.with_untracked(|old| *old != path) {
            self.path.set(path);
        }
        if same_page {
            shown.set(route);
        } else {
            self.page.set(Shown { route: ArcRwSignal::new(route) });
        }
    }

    /// Follows a click on a link to a page of ours; leaves every other click alone.
    fn follow(self, event: &ev::MouseEvent) {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if event.default_prevented() || !plain {
            return;
        }
        let Some(link) = link_of(event) else { return };
        let (path, query) = (link.pathname(), link.search());
        let elsewhere = link.has_attribute("target")
            || link.has_attribute("download")
            || !link.hash().is_empty()
            || Ok(link.origin()) != window().location().origin();
        if elsewhere || (self.parse)(&path, &query).is_none() {
            return;
        }
        event.prevent_default();
        let replace = js_sys::Reflect::get(&link, &"replace".into());
        let manner = Manner {
            replace: replace.is_ok_and(|value| value.is_truthy()),
            keep_scroll: link.has_attribute("data-noscroll"),
        };
        self.go(&(path + &query), manner);
    }
}

/// The link that was pressed, if one was.
pub fn link_of(event: &ev::MouseEvent) -> Option<HtmlAnchorElement> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("a[href]").ok()??.dyn_into().ok()
}

/// Path and query of the browser's address.
fn current_address() -> (String, String) {
    let location = window().location();
    (location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

fn push(address: &str, replace: bool) -> bool {
    let Ok(history) = window().history() else { return false };
    let done = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
    done.is_ok()
}

fn use_router() -> Router {
    expect_context()
}

/// The path in view.
pub fn use_path() -> RwSignal<String> {
    use_router().path
}

/// Goes to a page from code.
pub fn use_go() -> impl Fn(Route) + Clone {
    let router = use_router();
    move |route| router.go(&route.path(), Manner::default())
}

/// Goes to an address from code.
pub fn use_go_to() -> impl Fn(&str) + Clone {
    let router = use_router();
    move |address| router.go(address, Manner::default())
}

/// Replaces the page in the history, so that Back does not return to a step that is done.
pub fn use_replace() -> impl Fn(Route) + Clone {
    let router = use_router();
    let manner = Manner { replace: true, ..Manner::default() };
    move |route| router.go(&route.path(), manner)
}

/// Says in the address what is chosen on the page in view, which stays as it is. Back takes the
/// choice back.
pub fn use_refine() -> impl Fn(Route) + Clone {
    let router = use_router();
    let manner = Manner { keep_scroll: true, ..Manner::default() };
    move |route| router.go(&route.path(), manner)
}

/// What the address says, for the page in view.
fn said<T>(read: fn(&Route) -> Option<T>) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    let Shown { route } = expect_context();
    Memo::new(move |_| route.with(|route| route.as_ref().and_then(read)))
}

/// The channel the address chooses from.
pub fn channel_query() -> Memo<Option<ContactChannel>> {
    said(Route::channel)
}

/// The booking the address moves.
pub fn moving_param() -> Memo<Option<BookingId>> {
    said(Route::moving)
}

/// The case the address names.
pub fn case_param() -> Memo<Option<CaseId>> {
    said(Route::case)
}

/// The view of a citizen's pages the address names.
pub fn preview_param() -> Memo<Option<PreviewId>> {
    said(Route::preview)
}

/// The group session the address names.
pub fn group_param() -> Memo<Option<GroupSessionId>> {
    said(Route::group)
}

/// The plan's version the address names.
pub fn version_query() -> Memo<Option<u32>> {
    said(Route::version)
}

/// The letter the address names.
pub fn letter_query() -> Memo<Option<LetterId>> {
    said(Route::letter)
}

/// The week the address names: a Monday.
pub fn week_query() -> Memo<Option<NaiveDate>> {
    said(Route::week)
}

/// Whose calendar the address names.
pub fn caseworker_query() -> Memo<Option<CaseworkerId>> {
    said(Route::caseworker)
}

/// The query of the key figures' address.
pub fn kpi_query() -> Memo<Option<String>> {
    said(|route| match route {
        Route::StaffKpi(query) => Some(query.clone()),
        _ => None,
    })
}

/// Which cases the address shows.
pub fn cases_query() -> Memo<Option<CasesView>> {
    said(|route| match route {
        Route::StaffCases(view) => Some(view.clone()),
        _ => None,
    })
}
