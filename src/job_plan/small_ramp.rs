//! The way up as a small drawing beside words that say the same.

use contract::rules::{RampUpStep, WeeklyHours};
use leptos::prelude::*;

use super::ramp_shape::{HEIGHT, WIDTH, bars, normal_height};

/// Bars and the line of the normal hours; without numbers, which stand in the words beside it.
/// The steps are in order.
pub fn small_ramp(steps: &[RampUpStep], normal: WeeklyHours) -> AnyView {
    let line = HEIGHT - normal_height(steps, normal);
    let drawn = bars(steps, Some(normal)).into_iter().map(|bar| {
        let y = HEIGHT - bar.height;
        view! { <rect class="ramp__bar" x=bar.x y=y width=bar.width height=bar.height></rect> }
    });
    view! {
        <svg
            class="ramp__picture ramp__picture--small"
            viewBox=format!("0 -4 {WIDTH} {}", HEIGHT + 8)
            aria-hidden="true"
            focusable="false"
        >
            {drawn.collect_view()}
            <line class="ramp__normal" x1="0" x2=WIDTH y1=line y2=line/>
            <line class="ramp__ground" x1="0" x2=WIDTH y1=HEIGHT y2=HEIGHT/>
        </svg>
    }
    .into_any()
}
