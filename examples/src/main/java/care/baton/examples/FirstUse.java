package care.baton.examples;

import static care.baton.catalog.Defaults.EACH_BUSINESS_DAY;

import care.baton.catalog.Referral;
import care.baton.handoff.Answer.Accept;
import care.baton.handoff.Answer.RequestClarification;
import care.baton.handoff.Ask;
import care.baton.handoff.Handoff;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Practice;
import care.baton.handoff.Question;
import care.baton.handoff.Recorded;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.time.ServiceCalendar;
import care.baton.time.Stamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One handoff from a hospital to a home care provider: who holds it at each step. */
public final class FirstUse {

    private FirstUse() {}

    /**
     * Prints, after each step, what the offer shows, who holds what is handed over, and what falls due next.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        // <first-use>
        Practice practice = Practice.of(Referral.handoff().handoff(), Route.reminder(EACH_BUSINESS_DAY), calendar());
        Holder hospital = Holder.of(OrganizationId.of("hospital"), Code.of("case-manager"));
        Holder provider = Holder.of(OrganizationId.of("home-care"), Code.of("intake-manager"));
        Ask ask = Ask.of(Code.of("home-care"), PersonId.of("person-1"));
        Code lift = Code.of("lift");

        HandoffCommand offer = OfferHandoff.firm(provider, ask);
        HandoffCommand question =
                new AnswerOffer(1, ask.digest(), new RequestClarification(List.of(Question.about(lift))));
        HandoffCommand reply = new AnswerClarification(1, lift, Sensitive.of("third floor, none"), Optional.empty());
        HandoffCommand yes = new AnswerOffer(1, ask.digest(), new Accept());

        Handoff handoff = Handoff.of(HandoffId.of("handoff-1"));
        handoff = told("offered", handoff.decide(offer, act(hospital, "2026-03-02T09:00:00Z"), practice));
        handoff = told("asked", handoff.decide(question, act(provider, "2026-03-02T10:00:00Z"), practice));
        handoff = told("answered", handoff.decide(reply, act(hospital, "2026-03-02T11:00:00Z"), practice));
        handoff = told("time passed", handoff.advance(act(hospital, "2026-03-05T08:00:00Z"), practice.calendar()));
        handoff = told("accepted", handoff.decide(yes, act(provider, "2026-03-05T09:00:00Z"), practice));
        System.out.println("before that: " + handoff.ownerAt(Instant.parse("2026-03-05T08:59:59Z")));
        // </first-use>
    }

    private static ServiceCalendar calendar() {
        List<DayOfWeek> week =
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        return ServiceCalendar.builder()
                .zone(ZoneId.of("Europe/Istanbul"))
                .opens(LocalTime.of(8, 0))
                .closes(LocalTime.of(17, 0))
                .addAllWorkingDays(week)
                .build();
    }

    private static Act act(Holder by, String instant) {
        return Act.of(CommandId.of("command-" + instant), by, Stamp.at(Instant.parse(instant)));
    }

    private static Handoff told(String step, Outcome<Handoff, Recorded> outcome) {
        Handoff handoff = outcome.orThrow().state();
        System.out.println(step + ": " + handoff.shown().orElseThrow() + ", held by "
                + handoff.owner().orElseThrow() + ", next due "
                + handoff.nextDue().orElseThrow());
        return handoff;
    }
}
