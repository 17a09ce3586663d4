package care.baton.handoff;

import static care.baton.handoff.Parties.CALENDAR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.LADDER;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.PATIENT;
import static care.baton.handoff.Parties.PRACTICE;
import static care.baton.handoff.Parties.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is put together part by part is what is said in one go. */
class PartByPartTest {

    private static final Input CHART = new Input(Code.of("chart"), Sensitive.of("chart 7"));
    private static final Sbar REPORT = new Sbar(
            Sensitive.of("short of breath"),
            Sensitive.of("pneumonia last week"),
            Sensitive.of("getting better"),
            Sensitive.of("a visit a day"),
            Sensitive.of("saturation over 92"),
            Sensitive.of("fever"));

    @Test
    void anAskSaysWhatForWhomHowSoonAndByWhen() {
        Ask ask = Ask.builder()
                .code(Code.of("home-care"))
                .person(PATIENT)
                .priority(Priority.URGENT)
                .focus(Sensitive.of("request 3"))
                .description(Sensitive.of("a nurse in the morning"))
                .addInput(CHART)
                .finishBy(MONDAY)
                .build();

        assertThat(ask)
                .isEqualTo(new Ask(
                        Code.of("home-care"),
                        PATIENT,
                        Priority.URGENT,
                        Sensitive.of("request 3"),
                        Sensitive.of("a nurse in the morning"),
                        List.of(CHART),
                        Optional.of(MONDAY)));
    }

    @Test
    void aReportSaysItsFourPartsWhatToWatchAndWhenToCall() {
        Sbar report = Sbar.builder()
                .situation(REPORT.situation())
                .background(REPORT.background())
                .assessment(REPORT.assessment())
                .recommendation(REPORT.recommendation())
                .parameters(REPORT.parameters())
                .redFlags(REPORT.redFlags())
                .build();

        assertThat(report).isEqualTo(REPORT);
    }

    @Test
    void anOfferSaysToWhomWithWhatWhoSettlesItAndByWhenAnAnswerIsDue() {
        OfferHandoff offer = OfferHandoff.builder()
                .kind(OfferKind.INVITATION)
                .to(INTAKE)
                .ask(HOME_CARE)
                .arbiter(Arbiter.SERVER)
                .content(REPORT)
                .respondBy(MONDAY.plus(Duration.ofHours(4)))
                .build();

        assertThat(offer)
                .isEqualTo(new OfferHandoff(
                        OfferKind.INVITATION,
                        INTAKE,
                        HOME_CARE,
                        Optional.of(REPORT),
                        Arbiter.SERVER,
                        Optional.of(MONDAY.plus(Duration.ofHours(4))),
                        Optional.empty()));
    }

    @Test
    void aPracticeSaysItsTermsWhoHearsByWhichCalendarAndWhoSitsWhere() {
        Practice practice = Practice.builder()
                .terms(PRACTICE.terms())
                .route(LADDER)
                .calendar(CALENDAR)
                .addSeats(SUPERVISOR)
                .build();

        assertThat(practice)
                .isEqualTo(new Practice(PRACTICE.terms(), LADDER, CALENDAR, Optional.empty(), List.of(SUPERVISOR)));
    }
}
