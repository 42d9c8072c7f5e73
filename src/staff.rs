//! The caseworker's area: downloaded only there (`public/boot.js` chooses).

fn main() {
    genvej_app::start_staff();
}
