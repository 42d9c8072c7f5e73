//! Texts of the key figures: what each is called, and exactly what it counts.

use crate::text::table::text_table;

text_table! {
    /// Texts of the page.
    KpiTexts {
        title: "Nøgletal", "Key figures";
        lead: "{}: de seneste 14 måneder, {} til {}.", "{}: the last 14 months, {} to {}.";
        few: "“Vises ikke” betyder, at tallet handler om færre end fem, eller at et sådant tal kunne regnes ud af det. Den sidste søjle er måneden indtil nu.", "“Not shown” means that the number is about fewer than five, or that such a number could be worked out from it. The last bar is the month so far.";
        whose: "Vis tal for", "Show the numbers of";
        department: "Hele afdelingen ({})", "The whole department ({})";
        none: "Der er ingen tal endnu.", "There are no numbers yet.";
        percent: "{} %", "{} %";
        day_one: "{} dag", "{} day";
        days: "{} dage", "{} days";
        hour_one: "{} time", "{} hour";
        hours: "{} timer", "{} hours";
        time_one: "{} gang", "{} time";
        times: "{} gange", "{} times";
        hidden: "Vises ikke", "Not shown";
        nobody: "Ingen endnu", "None yet";
        about: "Antal: {}", "Number: {}";
        over_period: "I hele perioden", "In the whole period";
        standing: "Som det er i dag", "As it is today";
        at_least: "Mål: mindst {}", "Target: at least {}";
        at_most: "Mål: højst {}", "Target: at most {}";
        with_target: "{}. {}.", "{}. {}.";
        target_line: "Mål {}", "Target {}";
        met: "Målet er nået", "The target is met";
        not_met: "Målet er ikke nået endnu", "The target is not met yet";
        definition: "Hvad tæller vi?", "What do we count?";
        month_table: "Tal for hver måned", "The numbers of each month";
        month: "Måned", "Month";
        value: "Værdi", "Value";
        number: "Antal", "Number";
        chart: "Diagram: {}", "Chart: {}";
        chart_text: "En søjle for hver måned fra {} til {}. Højest: {} i {}. Alle tallene står i tabellen under diagrammet.", "A bar for each month from {} to {}. Highest: {} in {}. All numbers stand in the table below the chart.";
        chart_none: "Der er ingen tal at tegne.", "There are no numbers to draw.";
        rows_name: "{}. Se rækkerne bag {}", "{}. See the rows behind {}";
        rows_title: "Bag tallet: {}", "Behind the number: {}";
        rows_share: "{} af {} rækker tæller som ja.", "{} of {} rows count as yes.";
        rows_mean: "{} er gennemsnittet af {} rækker.", "{} is the average of {} rows.";
        rows_log: "Det bliver skrevet i borgernes log, at du har set deres sag her.", "That you have seen their cases here is written in the citizens' log.";
        rows_table: "Rækker bag tallet", "Rows behind the number";
        back: "Tilbage til nøgletal", "Back to the key figures";
        case: "Sag", "Case";
        day: "Dag", "Day";
        caseworker: "Sagsbehandler", "Caseworker";
        counts: "Tæller som", "Counts as";
        yes: "Ja", "Yes";
        no: "Nej", "No";
        no_case: "Ikke en sag i teamet", "No case of the team";
        page: "Side {} af {}", "Page {} of {}";
        earlier: "Forrige side", "Previous page";
        later: "Næste side", "Next page";
        files: "Hent tallene som fil", "Download the numbers as a file";
        csv: "Hent som CSV", "Download as CSV";
        json: "Hent som JSON", "Download as JSON";
        forms: "Samtalernes form", "Form of the conversations";
        forms_months: "Måned for måned for hver form", "Month by month for each form";
        form: "Form", "Form";
        chosen: "Valgt", "Chosen";
        held: "Holdt", "Held";
        missed: "Udeblevet", "Missed";
        in_person: "Fremmøde", "In person";
        phone: "Telefon", "Phone";
        video: "Video", "Video";
        booking: "Booking og samtaler", "Booking and conversations";
        contact: "Frister og arbejdsgiver", "Deadlines and employers";
        plans: "Delvis raskmelding og fastholdelse", "Partial return and retention";
        satisfaction: "Borgernes oplevelse", "What citizens think";
        cases: "Sager", "Cases";
    }
}

text_table! {
    /// The figures: for each its name, and under the same name with `_is` what it counts.
    FigureTexts {
        self_booked: "Booket af borgeren selv", "Booked by the citizen";
        self_booked_is: "Af de samtaler, hvis tid er begyndt: dem, borgeren selv har booket.", "Of the conversations whose time has begun: those the citizen booked.";
        chosen_phone: "Valgt telefon", "Phone chosen";
        chosen_video: "Valgt video", "Video chosen";
        chosen_in_person: "Valgt fremmøde", "In person chosen";
        chosen_is: "Af de samtaler, hvis tid er begyndt: dem, der er booket i denne form.", "Of the conversations whose time has begun: those booked in this form.";
        held: "Holdte samtaler", "Conversations held";
        held_phone: "Holdte samtaler: telefon", "Conversations held: phone";
        held_phone_is: "Af de telefonsamtaler, hvis tid er begyndt: dem, der er registreret som holdt. Resten er udeblevet, aflyst eller ikke registreret.", "Of the conversations by phone whose time has begun: those recorded as held. The rest were missed, cancelled or not recorded.";
        held_video: "Holdte samtaler: video", "Conversations held: video";
        held_video_is: "Af de videosamtaler, hvis tid er begyndt: dem, der er registreret som holdt. Resten er udeblevet, aflyst eller ikke registreret.", "Of the conversations by video whose time has begun: those recorded as held. The rest were missed, cancelled or not recorded.";
        held_in_person: "Holdte samtaler: fremmøde", "Conversations held: in person";
        held_in_person_is: "Af de samtaler med fremmøde, hvis tid er begyndt: dem, der er registreret som holdt. Resten er udeblevet, aflyst eller ikke registreret.", "Of the conversations in person whose time has begun: those recorded as held. The rest were missed, cancelled or not recorded.";
        held_is: "Af de samtaler, hvis tid er begyndt: dem, der er registreret som holdt. Resten er udeblevet, aflyst eller ikke registreret.", "Of the conversations whose time has begun: those recorded as held. The rest were missed, cancelled or not recorded.";
        missed: "Udeblivelser", "Missed";
        missed_phone: "Udeblivelser: telefon", "Missed: phone";
        missed_phone_is: "Af de telefonsamtaler, hvis tid er begyndt: dem, hvor borgeren ikke kom.", "Of the conversations by phone whose time has begun: those the citizen did not come to.";
        missed_video: "Udeblivelser: video", "Missed: video";
        missed_video_is: "Af de videosamtaler, hvis tid er begyndt: dem, hvor borgeren ikke kom.", "Of the conversations by video whose time has begun: those the citizen did not come to.";
        missed_in_person: "Udeblivelser: fremmøde", "Missed: in person";
        missed_in_person_is: "Af de samtaler med fremmøde, hvis tid er begyndt: dem, hvor borgeren ikke kom.", "Of the conversations in person whose time has begun: those the citizen did not come to.";
        missed_is: "Af de samtaler, hvis tid er begyndt: dem, hvor borgeren ikke kom.", "Of the conversations whose time has begun: those the citizen did not come to.";
        plan_before: "Plan delt før samtalen", "Plan shared before the conversation";
        plan_before_is: "Af de holdte samtaler: dem, hvor borgeren forinden havde delt en plan og ikke taget den tilbage.", "Of the conversations held: those before which the citizen had shared a plan and not taken it back.";
        employer_contacted: "Arbejdsgiver kontaktet i tide", "Employer contacted in time";
        employer_contacted_is: "Af de første holdte samtaler i sager med arbejdsgiver: dem, hvor den nuværende arbejdsgiver var kontaktet senest samme dag. En begrundet undladelse tæller ikke som kontakt.", "Of the first conversations held in cases with an employer: those where the present employer had been contacted by that day. A reasoned omission is no contact.";
        first_in_time: "Første samtale i tide", "First conversation in time";
        first_in_time_is: "Af de første samtaler: dem, der blev holdt inden regelsættets frist. En samtale, der kom for sent eller mangler, tæller den dag, fristen løb ud. Sager, der er undtaget, tæller ikke.", "Of the first conversations: those held within the rule set's deadline. One that came late or is missing counts on the day of the deadline. Exempt cases do not count.";
        interval_in_time: "Næste samtale i tide", "Next conversation in time";
        interval_in_time_is: "Af samtalerne efter den første: dem, der blev holdt inden kommunens interval. En samtale, der kom for sent eller mangler, tæller den dag, fristen løb ud.", "Of the conversations after the first: those held within the municipality's interval. One that came late or is missing counts on the day of the deadline.";
        half_year_minimum: "Samtaler nok i første halvår", "Enough conversations in the first half year";
        half_year_minimum_is: "Af de sager, hvis første halvår sluttede: dem, der havde så mange samtaler, som reglerne kræver.", "Of the cases whose first half year ended: those with as many conversations as the rules ask for.";
        partial_return: "Delvis raskmelding", "Partial return";
        partial_return_is: "Af de åbne sager med arbejdsgiver ved månedens slutning: dem med en fastholdelsesplan med timer, som borgeren har godkendt.", "Of the open cases with an employer at the end of the month: those with a retention plan with hours that the citizen has approved.";
        hours_progression: "Fremgang i timer", "Progress in hours";
        hours_progression_is: "Af de godkendte versioner af fastholdelsesplaner med timer: timer om ugen på sidste trin minus timer på første trin, i gennemsnit.", "Of the approved versions of retention plans with hours: hours a week at the last step less those at the first, on average.";
        plans_requested: "Fastholdelsesplaner, borgeren bad om", "Retention plans the citizen asked for";
        plans_requested_is: "Af de fastholdelsesplaner, der blev begyndt: dem, borgeren bad om.", "Of the retention plans begun: those the citizen asked for.";
        plans_agreed: "Fastholdelsesplaner aftalt", "Retention plans agreed";
        plans_agreed_is: "Af de fastholdelsesplaner, der blev begyndt: dem, borgeren nu har godkendt.", "Of the retention plans begun: those the citizen has approved by now.";
        plans_declined: "Fastholdelsesplaner afslået", "Retention plans declined";
        plans_declined_is: "Af de fastholdelsesplaner, der blev begyndt: dem, arbejdsgiveren har sagt nej til.", "Of the retention plans begun: those the employer has declined.";
        days_to_agreement: "Dage til aftalt plan", "Days to an agreed plan";
        days_to_agreement_is: "Af de godkendte fastholdelsesplaner: dage fra planen blev begyndt, til borgeren godkendte den første gang, i gennemsnit.", "Of the retention plans approved: days from their beginning to the first approval, on average.";
        first_free_time: "Ventetid til første ledige tid", "Wait for the first free time";
        first_free_time_is: "Hver dag ser vi én gang, hvor mange dage der er til hver sagsbehandlers første ledige tid, som en borger kan booke. Tallet er gennemsnittet. Dage uden en ledig tid tæller ikke.", "Once each day we look how many days there are to each caseworker's first free time that a citizen could book. The number is the average. Days without a free time do not count.";
        gaps_refilled: "Ledige tider, ventelisten fyldte", "Freed times the waiting list filled";
        gaps_refilled_is: "Af de tider, der blev ledige og blev tilbudt borgere på ventelisten: dem, en af dem tog.", "Of the times that came free and were offered to citizens on the waiting list: those that one of them took.";
        satisfied: "Tilfreds med samtalen", "Satisfied with the conversation";
        satisfied_is: "Af de svar, borgerne frivilligt har givet efter holdte samtaler: tilfreds eller meget tilfreds. Svarene tælles mindst fem ad gangen, og ingen kan se, hvem der har svaret. For få svar om én sagsbehandler tælles kun for afdelingen.", "Of the answers citizens have given voluntarily after conversations held: satisfied or very satisfied. Answers are counted at least five at a time, and nobody can see who has answered. Too few about one caseworker are counted for the department only.";
        closer_to_work: "Tættere på arbejde", "Closer to work";
        closer_to_work_is: "Af de samme svar: enig eller helt enig i, at samtalen har bragt borgeren tættere på at komme i arbejde.", "Of the same answers: agree or strongly agree that the conversation has brought the citizen closer to work.";
        caseworker_changes: "Skift af sagsbehandler", "Changes of caseworker";
        caseworker_changes_is: "Af de åbne sager ved månedens slutning: hvor mange gange sagen har skiftet sagsbehandler, i gennemsnit.", "Of the open cases at the end of the month: how many times the case has changed caseworker, on average.";
        duration: "Varighed", "Duration";
        duration_is: "Af de sager, der blev lukket: dage fra første fraværsdag til lukning, i gennemsnit.", "Of the cases closed: days from the first absence day to closing, on average.";
        extended: "Forlængede sager", "Extended cases";
        extended_is: "Af de sager, der blev lukket: dem, der var forlænget efter revurderingen.", "Of the cases closed: those that were extended after the reassessment.";
    }
}
