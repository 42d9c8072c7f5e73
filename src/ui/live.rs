//! Parts of a page that follow what they read. Boxed: a closure in a view is a type of its own,
//! and each would bring its own copy of the machinery that keeps it up to date.

use leptos::prelude::*;

/// Draws anew whenever what `draw` reads has changed.
pub fn live(draw: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let draw: Box<dyn FnMut() -> AnyView + Send> = Box::new(draw);
    draw.into_any()
}

/// The same for what is there at times only.
pub fn live_if(mut draw: impl FnMut() -> Option<AnyView> + Send + 'static) -> AnyView {
    live(move || draw().unwrap_or_else(|| ().into_any()))
}

/// The value of an attribute that is there at times only.
pub fn attribute(value: impl Fn() -> Option<String> + Send + Sync + 'static) -> Attribute {
    let value: Box<dyn Fn() -> Option<String> + Send + Sync> = Box::new(value);
    Signal::derive(value)
}

/// An attribute whose value says "yes", and which is not there otherwise.
pub fn flag(is_set: impl Fn() -> bool + Send + Sync + 'static) -> Attribute {
    attribute(move || is_set().then(|| "true".to_owned()))
}

/// The value of an attribute that follows what it reads.
pub type Attribute = Signal<Option<String>>;
