//! Why a date, a lock or a missing time is as it is: one sentence each, with its dates.

use crate::text::table::text_table;

text_table! {
    /// Sentences that answer "Hvorfor?".
    ReasonTexts {
        first_within_weeks: "Du blev sygemeldt {}. Den første samtale holdes inden {} uger, altså senest {}.", "Your sick leave began on {}. The first conversation takes place within {} weeks, that is by {}.";
        interval: "Din seneste samtale var {}. Vi taler sammen mindst hver {}. uge, altså senest {}.", "Your last conversation was on {}. We talk at least every {} weeks, that is by {}.";
        half_year: "Vi holder mindst {} samtaler i det første halve år, som slutter {}. Du har haft {}. Den næste holdes senest {}.", "We hold at least {} conversations in the first half year, which ends on {}. You have had {}. The next takes place by {}.";
        exempt_employed: "Du har et job, og vi regner med, at du er rask igen senest {}. Er man tilbage inden {} uger, er der ingen faste samtaler.", "You have a job, and we expect you to be well again by {}. If you are back within {} weeks, there are no regular conversations.";
        exempt_standby: "Du har været fritaget for samtaler siden {} på grund af alvorlig sygdom.", "You have been exempt from conversations since {} because of serious illness.";
        exempt_agreement: "Det første halve år er gået. Nu taler vi sammen, når du og din sagsbehandler aftaler det.", "The first half year has passed. Now we talk when you and your caseworker agree to.";
        first_in_person: "Din første samtale holdes som udgangspunkt ved fremmøde. Derefter vælger du selv.", "Your first conversation is in person as a rule. After that you choose.";
        first_elsewhere: "Din første samtale holdes som udgangspunkt ved fremmøde. Efter den kan du vælge denne form. Er det svært for dig at komme, så ring til os på {}.", "Your first conversation is in person as a rule. After it you can choose this form. If it is hard for you to come, ring us on {}.";
        unlocked: "Din sagsbehandler har åbnet for denne form {}: “{}”", "Your caseworker opened this form on {}: “{}”";
        locked: "Din sagsbehandler har lukket for denne form {}: “{}” Ring til os på {}, hvis du vil tale om det.", "Your caseworker closed this form on {}: “{}” Ring us on {} if you want to talk about it.";
        not_offered: "Vi tilbyder ikke denne form lige nu.", "We do not offer this form at the moment.";
        withdrawn: "Din sagsbehandler har besluttet {}, at vi finder tiderne sammen med dig: “{}”", "On {} your caseworker decided that we find the times together with you: “{}”";
        video_suggested: "I bliver {} i alt. Når I er mere end to, fungerer video som regel bedst: alle kan se og høre hinanden og være med hjemmefra.", "There will be {} of you in all. With more than two, video usually works best: everybody can see and hear each other and take part from home.";
    }
}
