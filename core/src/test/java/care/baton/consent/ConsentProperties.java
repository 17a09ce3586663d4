package care.baton.consent;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Consent.Choice;
import care.baton.consent.ConsentArbitraries.Question;
import care.baton.consent.Given.Standing;
import care.baton.trace.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every decision about sharing, in whatever order they came. */
@Promise(41)
class ConsentProperties {

    @Property(tries = 300)
    void nothingIsSharedUnlessAConsentInForceNamesTheAudienceThePurposeTheItemAndItsLabels(
            @ForAll("histories") Consents consents) {
        for (Question question : ConsentArbitraries.questions(consents)) {
            boolean said = consents.all().stream().anyMatch(g -> inForce(g, question.at()) && names(g, question));
            assertThat(said || !question.isYes(consents)).isTrue();
        }
    }

    @Property(tries = 300)
    void whatTheYesRestsOnIsNamedAndARefusalInForceOverrulesIt(@ForAll("histories") Consents consents) {
        for (Question q : ConsentArbitraries.questions(consents)) {
            Sharing sharing = consents.sharing(q.what(), q.at(), q.to(), q.purpose());
            boolean refused = consents.all().stream()
                    .filter(g -> inForce(g, q.at()) && g.consent().choice() == Choice.REFUSE)
                    .filter(g -> g.consent().scope().holdsBack(q.what()))
                    .anyMatch(g -> g.consent().refuses(q.at(), q.to(), q.purpose()));
            assertThat(refused).isEqualTo(sharing.why() == Sharing.Why.REFUSED);
            assertThat(sharing.number().isPresent()).isEqualTo(sharing.wasAsked());
            if (sharing.isPermitted()) {
                Given by = consents.get(sharing.number().orElseThrow()).orElseThrow();
                assertThat(inForce(by, q.at()) && names(by, q)).isTrue();
            }
        }
    }

    @Property(tries = 300)
    void withdrawingNeverEnlarges(@ForAll("histories") Consents consents, @ForAll("hours") int hour) {
        for (Given given : consents.all()) {
            if (given.counts() && given.consent().choice() == Choice.PERMIT) {
                neverEnlarges(consents, consents.revoked(given.number(), ConsentArbitraries.at(hour)));
            }
        }
    }

    @Property(tries = 300)
    void refusingNeverEnlarges(@ForAll("histories") Consents consents, @ForAll("consents") Consent consent) {
        if (consent.choice() == Choice.REFUSE) {
            int next = consents.all().size() + 1;
            neverEnlarges(
                    consents,
                    consents.recorded(
                            next, consent, Optional.empty(), ConsentArbitraries.RECORDER, ConsentArbitraries.START));
        }
    }

    @Property(tries = 300)
    void protectingNeverEnlarges(@ForAll("histories") Consents consents) {
        Consents after = consents;
        for (Sensitivity label : Sensitivity.values()) {
            after = after.labelled(ConsentArbitraries.ITEMS.get(0), label);
        }
        List<Question> before = ConsentArbitraries.questions(consents);
        List<Question> then = ConsentArbitraries.questions(after);
        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i).isYes(consents) || !then.get(i).isYes(after))
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void aConsentThatHasEndedOrWasTakenBackMeansNothingFromThatInstantOn(@ForAll("histories") Consents consents) {
        for (Question q : ConsentArbitraries.questions(consents)) {
            Sharing sharing = consents.sharing(q.what(), q.at(), q.to(), q.purpose());
            if (sharing.isPermitted()) {
                Given by = consents.get(sharing.number().orElseThrow()).orElseThrow();
                assertThat(by.consent().until().map(q.at()::isBefore).orElse(true))
                        .isTrue();
                assertThat(by.ended().map(q.at()::isBefore).orElse(true)).isTrue();
            }
        }
    }

    @Property(tries = 300)
    void timeAloneOpensNothingButWhatAConsentBeginsOrARefusalEndsThen(@ForAll("histories") Consents consents) {
        for (Question q : ConsentArbitraries.questions(consents)) {
            Instant later = q.at().plusSeconds(3600);
            boolean begins = consents.all().stream()
                    .flatMap(g -> Stream.concat(
                            Stream.of(g.at(), g.consent().from()),
                            g.ended().filter(end -> g.consent().choice() == Consent.Choice.REFUSE).stream()))
                    .anyMatch(start -> start.isAfter(q.at()) && !start.isAfter(later));
            Question then = new Question(q.what(), later, q.to(), q.purpose());
            assertThat(begins || q.isYes(consents) || !then.isYes(consents)).isTrue();
        }
    }

    @Property(tries = 300)
    void theOrderInWhichDecisionsAreRecordedDoesNotMatter(
            @ForAll("rolls") List<ConsentArbitraries.Roll> rolls, @ForAll("seeds") long seed) {
        List<Consent> one = rolls.stream().map(ConsentArbitraries::consent).toList();
        List<Consent> other = new ArrayList<>(one);
        Collections.shuffle(other, new Random(seed));

        Consents straight = all(one);
        Consents shuffled = all(other);
        for (Question question : ConsentArbitraries.questions(straight)) {
            assertThat(question.isYes(shuffled)).isEqualTo(question.isYes(straight));
        }
    }

    @Property(tries = 300)
    void whatAWholeOrganizationMaySeeEachRoleInItMay(@ForAll("histories") Consents consents) {
        for (Question q : ConsentArbitraries.questions(consents)) {
            if (q.to().role().isEmpty() && q.isYes(consents)) {
                assertThat(ConsentArbitraries.AUDIENCES)
                        .filteredOn(q.to()::includes)
                        .allMatch(role -> new Question(q.what(), q.at(), role, q.purpose()).isYes(consents));
            }
        }
    }

    @Property(tries = 300)
    void whereEverythingOrdinaryMayBeSharedEachOrdinaryItemMay(@ForAll("histories") Consents consents) {
        for (Question q : ConsentArbitraries.questions(consents)) {
            boolean all = consents.permits(q.at(), q.to(), q.purpose());
            Information ordinary = new Information(q.what().item(), List.of());
            assertThat(!all
                            || consents.sharing(ordinary, q.at(), q.to(), q.purpose())
                                    .isPermitted())
                    .isTrue();
        }
    }

    private static void neverEnlarges(Consents before, Consents after) {
        for (Question question : ConsentArbitraries.questions(before)) {
            assertThat(question.isYes(before) || !question.isYes(after)).isTrue();
        }
    }

    private static Consents all(List<Consent> consents) {
        Consents all = Consents.none();
        for (Consent consent : consents) {
            all = all.recorded(
                    all.all().size() + 1,
                    consent,
                    Optional.empty(),
                    ConsentArbitraries.RECORDER,
                    ConsentArbitraries.START);
        }
        return all;
    }

    /** Told a second time, from the values alone. */
    private static boolean inForce(Given given, Instant at) {
        boolean begun = !given.at().isAfter(at) && !given.consent().from().isAfter(at);
        boolean over = given.ended().filter(end -> !end.isAfter(at)).isPresent()
                || given.consent().until().filter(end -> !end.isAfter(at)).isPresent();
        return begun && !over && given.standing() != Standing.RECORDED_IN_ERROR;
    }

    private static boolean names(Given given, Question question) {
        Consent consent = given.consent();
        boolean item = !(consent.scope() instanceof Scope.Items items)
                || items.items().contains(question.what().item());
        return consent.choice() == Choice.PERMIT
                && item
                && question.what().labels().stream().allMatch(consent.scope().labels()::contains)
                && consent.purposes().contains(question.purpose())
                && consent.recipients().stream()
                        .anyMatch(r -> r.organization().equals(question.to().organization())
                                && (r.role().isEmpty()
                                        || r.role().equals(question.to().role())));
    }

    @Provide
    static Arbitrary<Consents> histories() {
        return ConsentArbitraries.histories();
    }

    @Provide
    static Arbitrary<Consent> consents() {
        return ConsentArbitraries.consents();
    }

    @Provide
    static Arbitrary<List<ConsentArbitraries.Roll>> rolls() {
        return ConsentArbitraries.rolls();
    }

    @Provide
    static Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(0, ConsentArbitraries.HOURS);
    }

    @Provide
    static Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }
}
