//! The citizen's job plan and access log: downloaded only there (`public/boot.js` chooses).

fn main() {
    genvej_app::start_plan();
}
