package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
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
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One random history over the wire, made from a seed: people of two houses decide, a clerk with a plain client writes
 * beside them, whatever is sent may be lost, doubled, held up, refused or cut short, notifications come late, twice or
 * not at all, and either house may die between any two steps of its loop.
 */
final class Storm implements AutoCloseable {

    private static final List<PartnerProfile> PROFILES = PartnerProfiles.all();
    private static final Fault[] FAULTS = Fault.values();

    /** A request that has not left yet, or an answer that has not been taken in yet. */
    private record Way(House house, Optional<Request> request, Optional<Response> answer) {}

    final Country country;
    int deaths;
    int faults;
    int decisions;
    final Clerk clerk;
    private final Random random;
    private final boolean speaks;
    private final List<Way> under = new ArrayList<>();

    /** @param speaks whether the clerk answers, cancels and reports as well, and not only remarks */
    Storm(long seed, boolean speaks) {
        this.random = new Random(seed);
        this.speaks = speaks;
        this.country = new Country(PROFILES.get(random.nextInt(PROFILES.size())));
        this.clerk = new Clerk(new Cable(country.server, asked -> Fault.NONE));
        country.weather = asked -> {
            if (random.nextInt(5) > 0) {
                return Fault.NONE;
            }
            faults++;
            return FAULTS[1 + random.nextInt(FAULTS.length - 1)];
        };
    }

    void rages(int steps) {
        decide(country.sender, offer());
        for (int i = 0; i < steps; i++) {
            country.passes(Duration.ofSeconds(random.nextInt(20) == 0 ? 5_000 : random.nextInt(60)));
            House house = random.nextBoolean() ? country.sender : country.receiver;
            if (random.nextInt(8) == 0) {
                int[] left = {1 + random.nextInt(6)};
                house.dies = point -> --left[0] == 0;
            }
            alive(house, () -> step(house));
            country.look();
        }
    }

    private void alive(House house, Runnable what) {
        try {
            what.run();
        } catch (House.Died died) {
            deaths++;
            house.dies = point -> false;
            under.removeIf(way -> way.house() == house);
            house.begins();
        }
    }

    private void step(House house) {
        switch (random.nextInt(16)) {
            case 0, 1 -> decide(house, house == country.sender ? sendersWord() : receiversWord());
            case 2, 3 -> under.add(new Way(house, Optional.of(house.poll()), Optional.empty()));
            case 4, 5, 6 ->
                house.plans(country.now).forEach(r -> under.add(new Way(house, Optional.of(r), Optional.empty())));
            case 7 -> notified(house);
            case 8 -> clerk.reads(random);
            case 9 -> country.spokenFor |= clerk.writes(random, speaks);
            case 10 -> stray();
            default -> arrives();
        }
    }

    /** Any of what is under way: a request leaves, or an answer is taken in, perhaps twice. */
    private void arrives() {
        if (under.isEmpty()) {
            return;
        }
        Way way = under.remove(random.nextInt(under.size()));
        if (way.request().isPresent()) {
            Response answer = way.house().sends(way.request().get());
            under.add(new Way(way.house(), Optional.empty(), Optional.of(answer)));
        } else {
            Response answer = way.answer().orElseThrow();
            way.house().hears(answer, country.now);
            if (random.nextInt(4) == 0) {
                int before = way.house().entries();
                way.house().hears(answer, country.now);
                assertThat(way.house().entries()).as("taken in twice").isEqualTo(before);
            }
        }
    }

    private void stray() {
        Cable cable = random.nextBoolean() ? country.senders : country.receivers;
        if (!cable.strays.isEmpty()) {
            cable.arrives(random.nextInt(cable.strays.size()));
        }
    }

    /** Of any version that there ever was. */
    private void notified(House house) {
        List<ObjectNode> told = country.server.told;
        if (!told.isEmpty()) {
            house.hints(page(told.get(random.nextInt(told.size()))), country.now);
        }
    }

    static Response.Page page(ObjectNode task) {
        return new Response.Page(Search.resource(FhirJson.of(task)).stream().toList(), Optional.empty(), true);
    }

    private void decide(House house, HandoffCommand command) {
        String name = "decision-" + ++decisions;
        try {
            house.says(name, command, country.now);
        } catch (House.Died died) {
            alive(house, () -> {
                throw died;
            });
            if (random.nextBoolean()) {
                house.says(name, command, country.now);
            }
        }
    }

    private static HandoffCommand offer() {
        return TwoSites.asked("ServiceRequest/s1");
    }

    private HandoffCommand sendersWord() {
        int number = country.sender.offer().orElseThrow().number();
        return switch (random.nextInt(6)) {
            case 0 -> new WithdrawOffer(number, Code.of("found-another"));
            case 1 -> new RefuseCompletion(Code.of("not-what-was-asked"));
            case 2 -> new ValidateCompletion();
            case 3 -> new AgreeConditions(number);
            default -> offer();
        };
    }

    private HandoffCommand receiversWord() {
        Optional<Offer> there = country.receiver.offer();
        if (there.isEmpty()) {
            return new StartAction();
        }
        Offer offer = there.get();
        if (offer.state() instanceof OfferState.Clarifying c) {
            heard(new AnswerClarification(offer.number(), c.open().get(0), Sensitive.of("5 mg"), Optional.empty()));
        } else if (offer.state() instanceof OfferState.Proposed) {
            heard(new AgreeConditions(offer.number()));
        }
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> answer(offer, new Answer.Accept());
            case 4 -> answer(offer, new Answer.Decline(Two.REASON, Sensitive.none()));
            case 5 -> new StartAction();
            case 6 -> new GiveBack(Code.of("no-staff"));
            case 7 -> new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("done"))));
            case 8 ->
                answer(
                        offer,
                        new Answer.RequestClarification(
                                List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));
            default ->
                answer(
                        offer,
                        new Answer.AcceptWithConditions(List.of(new Condition(
                                Sensitive.of("A mattress"),
                                Condition.Kind.LIMITATION,
                                Two.SENDER,
                                country.now.plusSeconds(864_000)))));
        };
    }

    private void heard(HandoffCommand command) {
        Holder by = Two.SENDER;
        country.receiver.says("heard-" + ++decisions, by, command, country.now);
    }

    private static AnswerOffer answer(Offer offer, Answer answer) {
        return new AnswerOffer(offer.number(), offer.asked(), answer);
    }

    /** What is still under way is taken in, the weather clears, and both look until nothing is owed. */
    void clears() {
        country.houses().forEach(house -> house.dies = point -> false);
        while (!under.isEmpty()) {
            arrives();
        }
        country.calms();
    }

    /** Told of every version once more, and looking from the beginning: nobody learns anything. */
    void tellsAllAgain() {
        int before = country.sender.entries() + country.receiver.entries();
        for (House house : country.houses()) {
            house.since = Optional.empty();
            List.copyOf(country.server.told).forEach(task -> house.hints(page(task), country.now));
            country.turn(house);
        }
        assertThat(country.sender.entries() + country.receiver.entries())
                .as("history grew")
                .isEqualTo(before);
        assertThat(before).as("entries").isLessThan(100 + 30 * (decisions + clerk.writes + deaths));
    }

    @Override
    public void close() {
        country.close();
    }
}
