//! The citizen's plans, group sessions, waiting list, access log and the two questions after a
//! conversation: downloaded only there (`public/boot.js` chooses).

fn main() {
    genvej_app::start_plan();
}
