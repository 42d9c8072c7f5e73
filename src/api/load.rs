//! Loading a page's data: a signal that is loading, ready or failed. Late answers to earlier
//! questions are dropped.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::read::Read;
use super::{ApiError, get_text, parse};
use crate::session::use_session;

/// How far the data has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(T),
    /// It did not come.
    Failed(ApiError),
}

/// Data on its way, and the means to ask again.
pub struct Loaded<T: Send + Sync + 'static> {
    /// Read this in the view.
    pub state: RwSignal<Load<T>>,
    again: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

impl<T: Send + Sync + 'static> Loaded<T> {
    /// Asks again; what is shown stays until the new answer is here.
    pub fn reload(self) {
        self.again.update(|times| *times += 1);
    }

    /// For the retry button of a failed page: shows that it is trying.
    pub fn retry(self) -> Callback<()> {
        Callback::new(move |()| {
            self.state.set(Load::Loading);
            self.reload();
        })
    }
}

/// Loads `url` (`GET`), again whenever it changes or somebody has signed in. Call it in a
/// component.
pub fn load<T>(url: impl Fn() -> String + 'static) -> Loaded<T>
where
    T: Read + Send + Sync + 'static,
{
    let state = RwSignal::new(Load::Loading);
    let again = RwSignal::new(0_u32);
    let put = move |answer: Load<String>| {
        state.set(match answer {
            Load::Loading => Load::Loading,
            Load::Ready(text) => parse(&text).map_or_else(Load::Failed, Load::Ready),
            Load::Failed(error) => Load::Failed(error),
        });
    };
    keep_loading(Box::new(url), again, Rc::new(put));
    Loaded { state, again }
}

/// What is the same whatever is loaded.
fn keep_loading(url: Box<dyn Fn() -> String>, again: RwSignal<u32>, put: Rc<dyn Fn(Load<String>)>) {
    let sign_ins = use_session().sign_ins;
    let newest = StoredValue::new(0_u32);
    Effect::new(move |before: Option<String>| {
        again.track();
        sign_ins.track();
        let url = url();
        if before.is_some_and(|before| before != url) {
            put(Load::Loading);
        }
        newest.update_value(|number| *number += 1);
        let mine = newest.get_value();
        let (asked, put) = (url.clone(), Rc::clone(&put));
        spawn_local(async move {
            let answer = get_text(asked).await;
            if newest.try_get_value() == Some(mine) {
                put(answer.map_or_else(Load::Failed, Load::Ready));
            }
        });
        url
    });
}
