//! A page's data in parts, each drawn anew only when it is another: what was pressed keeps the
//! focus while other parts change.

use leptos::prelude::*;

use crate::api::{ApiError, Load, Loaded};

/// How far a page's data has come.
#[derive(Clone, PartialEq)]
pub enum Stage {
    /// On its way.
    Loading,
    /// It did not come.
    Failed(ApiError),
    /// Here.
    Ready,
}

/// How far the data has come.
pub fn stage<P: Send + Sync + 'static>(data: Loaded<P>) -> Memo<Stage> {
    Memo::new(move |_| {
        data.state.with(|load| match load {
            Load::Loading => Stage::Loading,
            Load::Failed(error) => Stage::Failed(error.clone()),
            Load::Ready(_) => Stage::Ready,
        })
    })
}

/// A part of the data; what it was while another version is on its way.
pub fn part<P, T>(data: Loaded<P>, of: fn(&P) -> T) -> Memo<Option<T>>
where
    P: Send + Sync + 'static,
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |before: Option<&Option<T>>| {
        data.state.with(|load| match load {
            Load::Ready(page) => Some(of(page)),
            Load::Loading | Load::Failed(_) => before.cloned().flatten(),
        })
    })
}
