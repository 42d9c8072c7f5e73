//! Texts of a booking: the receipt, the booking page, moving and cancelling.

use crate::text::table::text_table;

text_table! {
    /// Texts of a booking.
    BookedTexts {
        receipt: "Kvittering", "Receipt";
        receipt_title: "Din samtale er booket", "Your conversation is booked";
        receipt_moved: "Din samtale er flyttet", "Your conversation has been moved";
        receipt_lead: "Du er færdig. Du behøver ikke gøre mere nu.", "You are done. You need not do anything more now.";
        title: "Din samtale", "Your conversation";
        title_cancelled: "Samtalen er aflyst", "The conversation is cancelled";
        title_over: "Samtalen er slut", "The conversation is over";
        state_held: "Samtalen er holdt.", "The conversation took place.";
        state_awaiting: "Tidspunktet er passeret. Din sagsbehandler noterer snart, om samtalen blev holdt.", "The time has passed. Your caseworker will soon note whether it took place.";
        state_no_show: "Vi har noteret, at samtalen ikke blev holdt, fordi vi ikke fik fat i dig. Ring til os på {}, hvis det ikke passer, eller hvis der var en grund.", "We noted that the conversation did not take place because we did not reach you. Ring us on {} if that is wrong, or if there was a reason.";
        in_time: "Samtalen ligger inden fristen.", "The conversation is within the deadline.";
        not_in_time: "Samtalen ligger efter fristen. Vil du have en tid før, så flyt den, eller ring til os på {}.", "The conversation is after the deadline. If you want an earlier time, move it, or ring us on {}.";
        by_caseworker: "Din sagsbehandler har booket samtalen for dig.", "Your caseworker booked the conversation for you.";
        moved_by_caseworker: "Din sagsbehandler har flyttet samtalen. Den var før {}, {}.", "Your caseworker moved the conversation. It was {}, {} before.";
        given_by_caseworker: "Din sagsbehandler har ændret, hvem du skal tale med. Nu er det {}.", "Your caseworker changed whom you talk with. Now it is {}.";
        then: "Hvad sker der nu?", "What happens now?";
        then_phone: "{} ringer til dig {}. Hav telefonen ved dig, og find et sted, hvor du kan tale i fred. Nummeret kan være skjult.", "{} rings you {}. Keep your phone with you, and find a place where you can talk undisturbed. The number may be hidden.";
        then_video: "Din sagsbehandler sender dig et link til mødet, før det begynder {}. Tjek gerne dit udstyr inden. Får du ikke linket, eller driller det på dagen, så ring til {} på {}, og så tager I samtalen i telefonen.", "Your caseworker sends you a link to the meeting before it begins {}. Do check your equipment before. If the link does not come, or something fails on the day, ring {} on {}, and you talk by phone instead.";
        then_in_person: "Kom til {}, {}, {}. Meld dig i receptionen.", "Come to {}, {}, {}. Tell reception you are there.";
        then_in_person_unknown: "Kom til os {}. Er du i tvivl om hvor, så ring på {}.", "Come to us {}. If you are in doubt where, ring {}.";
        bring: "Det er godt at have med", "Good to bring";
        bring_list: "Papirer fra din læge eller arbejdsgiver, hvis du har nogen, og de spørgsmål, du gerne vil have svar på. Du må også komme uden.", "Papers from your doctor or employer, if you have any, and the questions you want answered. You may also come without.";
        check_equipment: "Tjek dit udstyr", "Check your equipment";
        add_to_calendar: "Læg i kalender", "Add to calendar";
        print: "Udskriv kvittering", "Print receipt";
        print_booking: "Udskriv", "Print";
        change_until: "Du kan flytte eller aflyse her indtil {}.", "You can move or cancel here until {}.";
        change_too_late: "Samtalen er så tæt på, at du ikke kan flytte eller aflyse den her. Bliver du forhindret, så ring til os på {}.", "The conversation is so close that you cannot move or cancel it here. If something keeps you from coming, ring us on {}.";
        change_withdrawn: "Du kan ikke selv flytte eller aflyse. Ring til os på {}, hvis du er forhindret.", "You cannot move or cancel yourself. Ring us on {} if you cannot come.";
        move_to: "Flyt samtalen", "Move the conversation";
        cancel: "Aflys", "Cancel";
        to_overview: "Gå til Min side", "Go to my page";
        move_title: "Flyt din samtale", "Move your conversation";
        move_lead: "Du beholder din tid {}, indtil du har valgt en ny.", "You keep your time {} until you have chosen a new one.";
        move_check_title: "Tjek, og flyt samtalen", "Check, and move the conversation";
        old_time: "Tiden nu", "The time now";
        new_time: "Den nye tid", "The new time";
        keep_details: "Deltagere, emner og besked følger med.", "Participants, topics and message come along.";
        move_now: "Flyt samtalen", "Move the conversation";
        cancel_title: "Aflys din samtale", "Cancel your conversation";
        cancel_now: "Aflys samtalen", "Cancel the conversation";
        rather_move: "Vil du hellere flytte samtalen?", "Would you rather move the conversation?";
        keep: "Behold samtalen", "Keep the conversation";
        cancelled_lead: "Samtalen {} er aflyst. Har du den i din kalender, så fjern den dér.", "The conversation {} is cancelled. If it is in your calendar, remove it there.";
        cancelled_by_caseworker: "Din sagsbehandler har aflyst samtalen.", "Your caseworker cancelled the conversation.";
        cancelled_because: "Din sagsbehandler har aflyst samtalen: “{}”", "Your caseworker cancelled the conversation: “{}”";
        plan_words: "Vil du skrive to ord om din plan inden samtalen?", "Would you like to write two words about your plan before the conversation?";
        plan_words_link: "Skriv to ord", "Write two words";
        book_again: "Book en ny tid", "Book a new time";
        book_again_lead: "Book en ny samtale senest {}.", "Book a new conversation by {}.";
    }
}
