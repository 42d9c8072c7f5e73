//! Texts of bringing cases in and taking data out.

use crate::text::table::text_table;

text_table! {
    /// Texts of the page.
    ExchangeTexts {
        title: "Ind- og udlæsning", "Import and export";
        leaders_only: "Kun teamledere kan læse sager ind og hente data ud. Spørg din teamleder.", "Only team leaders can import cases and take data out. Ask your team leader.";
        import: "Læs sager ind", "Import cases";
        import_lead: "Vælg en fil fra fagsystemet. Du ser først, hvad der vil ske. Der bliver ikke ændret noget, før du siger til.", "Choose a file from the case system. First you see what would happen. Nothing is changed until you say so.";
        how: "Sådan skal filen se ud", "What the file must look like";
        how_text: "En CSV-fil med en linje med kolonnenavne og en linje for hver sag. Semikolon, komma eller tabulator imellem. Højst 50.000 sager. Datoer som 31-01-2026 eller 2026-01-31. Kolonnerne må stå i en hvilken som helst rækkefølge.", "A CSV file with one line of column names and one line for each case. Semicolons, commas or tabs between. At most 50,000 cases. Dates as 31-01-2026 or 2026-01-31. The columns may be in any order.";
        how_key: "Sagsnummeret afgør, om det er den samme sag. Den samme fil igen ændrer ingenting. En kolonne, der ikke er med i filen, bliver ikke rørt. En tom celle i en kolonne, der er med, bliver tømt.", "The case number decides whether it is the same case. The same file again changes nothing. A column that is not in the file is left alone. An empty cell in a column that is there is emptied.";
        columns: "Kolonner", "Columns";
        column: "Kolonne", "Column";
        required: "Skal være med", "Must be there";
        meaning: "Betydning", "Meaning";
        yes: "Ja", "Yes";
        no: "Nej", "No";
        template: "Hent en tom skabelon", "Download an empty template";
        template_file: "sager-skabelon.csv", "cases-template.csv";
        initials: "Sagsbehandlernes initialer", "The caseworkers' initials";
        no_initials: "ingen initialer", "no initials";
        file: "Fil med sager", "File of cases";
        file_hint: "CSV-fil, højst 16 MB.", "CSV file, at most 16 MB.";
        check: "Tjek filen", "Check the file";
        choose: "Vælg en fil", "Choose a file";
        too_large: "Filen er for stor. Del den i filer på højst 16 MB", "The file is too large. Divide it into files of at most 16 MB";
        unreadable: "Filen kunne ikke læses. Vælg den igen", "The file could not be read. Choose it again";
        report: "Det sker, hvis du læser filen ind", "What happens if you import the file";
        of_file: "Filen {}", "The file {}";
        new: "Nye sager", "New cases";
        changed: "Sager, der ændres", "Cases that change";
        unchanged: "Uændrede sager", "Unchanged cases";
        refused: "Rækker med fejl", "Rows with errors";
        some_refused: "Ret {} rækker i filen", "Mend {} rows of the file";
        one_refused: "Ret 1 række i filen", "Mend 1 row of the file";
        refused_text: "Der bliver ikke læst noget ind, før alle rækker er i orden. Ret dem i fagsystemet eller i filen, og vælg filen igen.", "Nothing is imported until every row is right. Mend them in the case system or in the file, and choose the file again.";
        to_mend: "Det skal rettes", "What must be mended";
        row: "Række", "Row";
        case_number: "Sagsnummer", "Case number";
        value: "Der står", "It says";
        what_to_do: "Hvad skal du gøre?", "What to do";
        whole_row: "Hele rækken", "The whole row";
        first_shown: "Her er de første {} af {}. Hent hele rapporten for at se resten.", "These are the first {} of {}. Download the whole report for the rest.";
        happens: "Det ændres", "What changes";
        what: "Hvad sker der?", "What happens";
        is_new: "Ny sag", "New case";
        is_changed: "Ændres: {}", "Changes: {}";
        is_unchanged: "Uændret", "Unchanged";
        is_refused: "Fejl", "Error";
        booking_open: "Sagen lukkes, men der er booket en samtale. Aflys den selv.", "The case is closed, but a conversation is booked. Cancel it yourself.";
        open_bookings: "Der er booket en samtale i {} af de sager, der lukkes. Samtalerne bliver stående, til du aflyser dem.", "A conversation is booked in {} of the cases that are closed. They stay until you cancel them.";
        whole_report: "Hent hele rapporten", "Download the whole report";
        report_file: "rapport.csv", "report.csv";
        result: "Resultat", "Result";
        nothing_new: "Alle sager i filen er her allerede, præcis sådan. Der er ikke noget at læse ind.", "Every case of the file is here already, exactly so. There is nothing to import.";
        import_one: "Læs 1 sag ind", "Import 1 case";
        import_some: "Læs {} sager ind", "Import {} cases";
        stale: "Nogen har ændret en sag, mens du så på rapporten. Der er ikke læst noget ind. Tjek filen igen", "Somebody changed a case while you were reading the report. Nothing was imported. Check the file again";
        no_longer: "Filen kan ikke læses ind mere, som den er. Der er ikke læst noget ind. Tjek filen igen", "The file can no longer be imported as it is. Nothing was imported. Check the file again";
        imported: "Filen er læst ind", "The file is imported";
        receipt_file: "Fil", "File";
        receipt_at: "Hvornår", "When";
        receipt_by: "Hvem", "Who";
        print: "Udskriv, eller gem som PDF", "Print, or save as PDF";
        imported_log: "Borgerne kan se det i deres log.", "The citizens can see it in their log.";
        another: "Læs en fil mere ind", "Import another file";
        to_cases: "Se sagerne", "See the cases";
        export: "Hent data ud", "Take data out";
        export_lead: "Teamets sager med sagsnummer, uden navne og CPR-numre. Hver borger, der er med, kan se det i sin log.", "The team's cases with their case numbers, without names and CPR numbers. Every citizen who is in it can see that in their log.";
        which: "Hvad vil du hente?", "What do you want?";
        bookings: "Samtaler og hvordan de gik", "Conversations and how they went";
        contacts: "Kontakter med arbejdsgivere", "Contacts with employers";
        plans: "Hvor planerne er", "Where the plans are";
        from: "Fra og med (kan være tom)", "From (may be empty)";
        to: "Til og med (kan være tom)", "To and including (may be empty)";
        day_out_of_range: "Vælg en dato mellem 1900 og 2199", "Choose a date between 1900 and 2199";
        to_before_from: "Vælg en slutdato, der ikke ligger før startdatoen", "Choose an end that is not before the beginning";
        no_day: "Skriv en dato, eller lad feltet være tomt", "Write a date, or leave the field empty";
        format: "Som", "As";
        csv: "CSV til regneark og fagsystem", "CSV for spreadsheets and the case system";
        json: "JSON til programmer", "JSON for programs";
        fetch: "Hent filen", "Download the file";
        fetched: "Filen er hentet: {}", "The file is downloaded: {}";
    }
}

text_table! {
    /// What the columns mean.
    ColumnTexts {
        case_number: "Sagens nummer i fagsystemet", "The case's number in the case system";
        cpr: "Borgerens CPR-nummer, ti cifre", "The citizen's CPR number, ten digits";
        name: "Borgerens navn", "The citizen's name";
        caseworker: "Sagsbehandlerens initialer", "The caseworker's initials";
        first_absence: "Første sygedag", "First day of absence";
        opened_on: "Dagen, kommunen åbnede sagen", "The day the municipality opened the case";
        employer_cvr: "Arbejdsgiverens CVR-nummer, otte cifre", "The employer's CVR number, eight digits";
        employer_name: "Arbejdsgiverens navn; bruges kun første gang", "The employer's name; used the first time only";
        expected_back: "Forventes rask", "Expected recovery";
        standby_since: "Standby siden", "On standby since";
        closed_on: "Dagen, sagen lukkes", "The day the case is closed";
        closing_reason: "Hvorfor den lukkes", "Why it is closed";
        extension_ground: "Grund til seneste forlængelse", "Ground of the latest extension";
        extended_on: "Dagen for seneste forlængelse", "Day of the latest extension";
    }
}

text_table! {
    /// What to do about a file that is none. Each without a full stop, as messages at fields are.
    FileProblemTexts {
        empty: "Filen er tom. Vælg en anden fil", "The file is empty. Choose another file";
        encoding: "Filens bogstaver kan ikke læses. Gem den som \"CSV UTF-8\", og vælg den igen", "The file's letters cannot be read. Save it as \"CSV UTF-8\" and choose it again";
        no_header: "Den første række skal være kolonnenavnene. Brug skabelonen", "The first row must be the column names. Use the template";
        missing_column: "Kolonnen {} mangler. Tilføj den", "The column {} is missing. Add it";
        unknown_column: "Kolonnen {} findes ikke. Fjern den, eller ret navnet", "There is no column {}. Remove it, or mend its name";
        unnamed_column: "En kolonne har et navn, der ikke findes. Den første række skal være kolonnenavnene", "A column has a name that does not exist. The first row must be the column names";
        doubled_column: "Kolonnen {} er der to gange. Fjern den ene", "The column {} is there twice. Remove one";
        no_rows: "Der er ingen sager under kolonnenavnene. Vælg en anden fil", "There are no cases under the column names. Choose another file";
        open_quote: "Et anførselstegn i række {} bliver aldrig lukket. Ret rækken", "A quotation mark in row {} is never closed. Mend the row";
        too_many_rows: "Filen har over 50.000 sager. Del den i flere filer", "The file has over 50,000 cases. Divide it into several files";
    }
}

text_table! {
    /// What to do about a row.
    CellProblemTexts {
        too_few_cells: "Rækken er for kort. Den er måske klippet over. Hent filen igen fra fagsystemet", "The row is too short. It may be cut off. Get the file again from the case system";
        too_many_cells: "Rækken har for mange celler. Sæt anførselstegn om celler med et skilletegn i", "The row has too many cells. Put quotation marks around cells with a delimiter in them";
        missing: "Udfyld cellen", "Fill the cell";
        too_long: "Skriv højst 100 tegn", "Write at most 100 characters";
        control_characters: "Fjern linjeskift og andre usynlige tegn", "Remove line breaks and other invisible characters";
        garbled: "Æ, ø eller å er gået tabt. Hent filen igen som UTF-8", "Letters such as æ, ø or å were lost. Get the file again as UTF-8";
        cpr_number: "Fjern CPR-nummeret. Andre kan læse cellen", "Remove the CPR number. Others can read the cell";
        bad_cpr: "Skriv CPR-nummeret med ti cifre", "Write the CPR number with ten digits";
        cpr_leading_zero: "Der mangler et ciffer. Regnearket har nok fjernet et nul forrest. Gør kolonnen til tekst", "A digit is missing. The spreadsheet has probably removed a zero in front. Make the column text";
        test_cpr: "Det er et testnummer. Skriv det rigtige CPR-nummer", "It is a test number. Write the real CPR number";
        bad_cvr: "Skriv CVR-nummeret med otte cifre", "Write the CVR number with eight digits";
        bad_date: "Skriv datoen som 31-01-2026", "Write the date as 31-01-2026";
        far_ahead: "Datoen ligger mere end en måned ude i fremtiden. Ret den", "The date is more than a month ahead. Mend it";
        before_opened: "Sagen kan ikke lukkes, før den er åbnet. Ret en af datoerne", "The case cannot be closed before it is opened. Mend one of the dates";
        unknown_caseworker: "Ingen sagsbehandler har de initialer. Ret dem", "No caseworker has these initials. Mend them";
        caseworker_of_other_team: "Sagsbehandleren er i et andet team. Vælg en fra dit team, eller fjern rækken", "The caseworker is in another team. Choose one of your team, or remove the row";
        case_of_other_team: "Sagen hører til et andet team. Fjern rækken", "The case is another team's. Remove the row";
        another_citizen: "Sagsnummeret hører til en anden borger. Ret sagsnummeret eller CPR-nummeret", "The case number is another citizen's. Mend the case number or the CPR number";
        name_differs: "Samme borger har et andet navn i række {}. Ret et af dem", "The same citizen has another name in row {}. Mend one of them";
        doubled: "Sagsnummeret står også i række {}. Fjern den ene", "The case number is in row {} as well. Remove one";
        case_closed: "Sagen er lukket og kan ikke ændres her. Ret cellen tilbage, eller fjern rækken", "The case is closed and cannot change here. Change the cell back, or remove the row";
        needs_closed_on: "Skriv også, hvornår sagen lukkes", "Write also when the case is closed";
        needs_both: "Skriv både grund og dato for forlængelsen", "Write both the ground and the date of the extension";
    }
}
