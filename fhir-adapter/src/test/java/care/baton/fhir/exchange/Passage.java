package care.baton.fhir.exchange;

import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** How an offer goes when people decide one after the other, told as steps, each of which both houses have read. */
enum Passage {
    ACCEPTED_AND_DONE(
            PartnerProfiles.sdohClinicalCare(),
            sends(c -> TwoSites.asked("ServiceRequest/s1")),
            receives(c -> answer(c, new Answer.Accept())),
            receives(c -> new StartAction()),
            receives(c -> done()),
            sends(c -> new ValidateCompletion())),
    DECLINED_AND_OFFERED_AGAIN(
            PartnerProfiles.plainR4(),
            sends(c -> TwoSites.asked("ServiceRequest/s1")),
            receives(c -> answer(c, new Answer.Decline(Two.REASON, Sensitive.of("Ask the county")))),
            sends(c -> TwoSites.asked("ServiceRequest/s1")),
            receives(c -> answer(c, new Answer.Accept()))),
    ASKED_AND_ACCEPTED(
            PartnerProfiles.plainR4(),
            sends(c -> TwoSites.asked("ServiceRequest/s1")),
            receives(c -> answer(
                    c,
                    new Answer.RequestClarification(
                            List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))))),
            heard(c -> new AnswerClarification(1, Code.of("dose"), Sensitive.of("5 mg"), Optional.empty())),
            receives(c -> answer(c, new Answer.Accept()))),
    AGREED_ON_CONDITIONS(
            PartnerProfiles.sdohClinicalCare(),
            sends(c -> TwoSites.asked("ServiceRequest/s1")),
            receives(c -> answer(
                    c,
                    new Answer.AcceptWithConditions(List.of(new Condition(
                            Sensitive.of("A mattress"),
                            Condition.Kind.LIMITATION,
                            Two.SENDER,
                            c.now.plusSeconds(864_000)))))),
            heard(c -> new AgreeConditions(1)),
            receives(c -> answer(c, new Answer.Accept()))),
    WITHDRAWN(
            PartnerProfiles.sdohClinicalCare(),
            sends(c -> TwoSites.asked("ServiceRequest/s1")),
            sends(c -> new WithdrawOffer(1, Code.of("found-another"))),
            sends(c -> TwoSites.asked("ServiceRequest/s1"))),
    GIVEN_BACK(
            PartnerProfiles.plainR4(),
            sends(c -> TwoSites.asked("ServiceRequest/s1")),
            receives(c -> answer(c, new Answer.Accept())),
            receives(c -> new GiveBack(Code.of("no-staff"))));

    private final PartnerProfile profile;
    private final List<BiFunction<Country, String, List<Refusal>>> steps;

    @SafeVarargs
    @SuppressWarnings("varargs")
    Passage(PartnerProfile profile, BiFunction<Country, String, List<Refusal>>... steps) {
        this.profile = profile;
        this.steps = List.of(steps);
    }

    Country country() {
        return new Country(profile);
    }

    /**
     * Goes through it. Who has decided decides again, under the same name, if the process died meanwhile; a house that
     * died begins again from its store.
     */
    void through(Country country) {
        for (int i = 0; i < steps.size(); i++) {
            String name = "step-" + i;
            BiFunction<Country, String, List<Refusal>> step = steps.get(i);
            List<Refusal> refused = alive(country, () -> step.apply(country, name));
            if (!refused.isEmpty()) {
                throw new AssertionError(this + " " + name + " refused: " + refused + " " + country.verdict());
            }
            for (int round = 0; round < 4; round++) {
                country.passes(Duration.ofMinutes(3));
                for (House house : country.houses()) {
                    alive(country, () -> country.turn(house));
                }
            }
            country.look();
        }
        country.calms();
    }

    /** Again, if it died. */
    private static <T> T alive(Country country, Supplier<T> what) {
        while (true) {
            try {
                return what.get();
            } catch (House.Died died) {
                begins(country);
            }
        }
    }

    private static void begins(Country country) {
        country.houses().forEach(House::begins);
        country.look();
    }

    private static BiFunction<Country, String, List<Refusal>> sends(Function<Country, HandoffCommand> command) {
        return (c, name) -> c.sender.says(name, command.apply(c), c.now);
    }

    private static BiFunction<Country, String, List<Refusal>> receives(Function<Country, HandoffCommand> command) {
        return (c, name) -> c.receiver.says(name, command.apply(c), c.now);
    }

    private static BiFunction<Country, String, List<Refusal>> heard(Function<Country, HandoffCommand> command) {
        return (c, name) -> c.receiver.says(name, Two.SENDER, command.apply(c), c.now);
    }

    private static AnswerOffer answer(Country c, Answer answer) {
        var offer = c.receiver.offer().orElseThrow();
        return new AnswerOffer(offer.number(), offer.asked(), answer);
    }

    private static CompleteAction done() {
        return new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home"))));
    }
}
