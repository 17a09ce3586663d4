package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.fhir.FhirJson;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One random history of two organizations over one server: people decide, requests are lost, late or doubled, answers
 * come out of order, and either side may stop between storing, sending and taking in. Made from a seed.
 */
final class Schedule {

    private static final List<PartnerProfile> PROFILES = PartnerProfiles.all();

    /** A request or an answer on its way. */
    private record Way(Site site, Optional<Request> request, Optional<Response> response) {}

    final Site sender;
    final Site receiver;
    final Shelf server = new Shelf();
    Claims claims = new Claims();
    int writes;
    int conflicts;
    int transfers;
    private final Random random;
    private final List<Way> under = new ArrayList<>();
    private Instant now = Two.START;
    private boolean receiverHeld;

    Schedule(long seed) {
        this.random = new Random(seed);
        PartnerProfile profile = PROFILES.get(random.nextInt(PROFILES.size()));
        this.sender = new Site(Two.senders(profile), now);
        this.receiver = new Site(Two.receivers(profile), now);
        if (random.nextInt(8) > 0) {
            server.put("ServiceRequest", "s1", FhirJson.of(TwoSites.order()));
        }
    }

    /** Walks, looking at everything after every step. */
    void walk(int steps) {
        offer();
        for (int i = 0; i < steps; i++) {
            now = now.plusSeconds(random.nextInt(30));
            step();
            look();
        }
    }

    private void step() {
        Site site = random.nextBoolean() ? sender : receiver;
        switch (random.nextInt(12)) {
            case 0, 1 -> decide(site);
            case 2 -> poll(site);
            case 3, 4, 5 -> plan(site);
            case 6 -> crash(site);
            default -> arrive();
        }
    }

    /** What is stored stays; what was under way to it is lost, and what it has sent may still arrive. */
    private void crash(Site site) {
        under.removeIf(w -> w.site() == site && w.response().isPresent());
    }

    private void plan(Site site) {
        List<Request> first = site.exchange.plan(site.record, site.links, now).requests();
        List<Request> requests = site.plans(now);
        assertThat(requests).as("asked again").isEqualTo(first);
        for (Request request : requests) {
            if (request instanceof Request.Update update) {
                claims.look(site, update);
            }
            if (random.nextInt(6) > 0) {
                under.add(new Way(site, Optional.of(request), Optional.empty()));
            }
        }
    }

    private void poll(Site site) {
        Response.Page page = server.page();
        if (site == receiver) {
            site.takes(page, now);
        }
        under.add(new Way(site, Optional.empty(), Optional.of(page)));
    }

    /** Something arrives: any of what is under way, perhaps twice, perhaps with its answer lost. */
    private void arrive() {
        if (under.isEmpty()) {
            return;
        }
        int which = random.nextInt(under.size());
        Way way = random.nextInt(8) == 0 ? under.get(which) : under.remove(which);
        if (way.response().isPresent()) {
            absorb(way.site(), way.response().get());
            return;
        }
        Response response = perform(way.request().orElseThrow());
        boolean lost = random.nextInt(6) == 0;
        under.add(new Way(way.site(), Optional.empty(), Optional.of(lost ? unknown(response) : response)));
    }

    private Response perform(Request request) {
        Response response = server.perform(request);
        writes += request instanceof Request.Update ? 1 : 0;
        conflicts += response instanceof Response.Conflict ? 1 : 0;
        return response;
    }

    private static Response unknown(Response response) {
        if (response instanceof Response.Stands r) {
            return new Response.Unknown(Optional.of(r.key()), r.number());
        }
        if (response instanceof Response.Conflict r) {
            return new Response.Unknown(Optional.of(r.key()), r.number());
        }
        return response;
    }

    private void absorb(Site site, Response response) {
        site.absorbs(response, now);
        Absorbed again = site.exchange.absorb(site.record, site.links, response, Salt.of(new byte[32]), now);
        assertThat(again.entries()).as("taken in twice").isEmpty();
    }

    private void decide(Site site) {
        if (site == sender) {
            senderDecides();
        } else if (receiver.talks().isPresent()) {
            receiverDecides();
        }
    }

    private void senderDecides() {
        int number = sender.offer().number();
        HandoffCommand command =
                switch (random.nextInt(5)) {
                    case 0 -> new WithdrawOffer(number, Code.of("found-another"));
                    case 1 -> new RefuseCompletion(Code.of("not-what-was-asked"));
                    default -> null;
                };
        if (command == null) {
            offer();
        } else {
            sender.says(command, now);
        }
    }

    private void offer() {
        Ask ask = Ask.of(Code.of("home-care"), Two.PERSON);
        Ask focused = new Ask(
                ask.code(),
                ask.person(),
                ask.priority(),
                Sensitive.of("ServiceRequest/s1"),
                ask.description(),
                ask.input(),
                ask.finishBy());
        sender.says(Offers.firm(Two.RECEIVER, focused), now);
    }

    private void receiverDecides() {
        Offer offer = receiver.offer();
        HandoffCommand command =
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> answer(offer, new Answer.Accept());
                    case 3 -> answer(offer, new Answer.Decline(Two.REASON, Sensitive.none()));
                    case 4 -> new StartAction();
                    case 5 -> new GiveBack(Code.of("no-staff"));
                    case 6 -> new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("done"))));
                    case 7 ->
                        answer(
                                offer,
                                new Answer.RequestClarification(List.of(
                                        new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));
                    default ->
                        answer(
                                offer,
                                new Answer.AcceptWithConditions(List.of(new Condition(
                                        Sensitive.of("A mattress"),
                                        Condition.Kind.LIMITATION,
                                        Two.SENDER,
                                        now.plusSeconds(86_400)))));
                };
        receiver.says(command, now);
        if (offer.state() instanceof OfferState.Clarifying c && random.nextBoolean()) {
            receiver.hears(
                    Two.SENDER,
                    new AnswerClarification(
                            offer.number(), c.open().get(0), Sensitive.of("the evening"), Optional.empty()),
                    now);
        }
        if (offer.state() instanceof OfferState.Proposed && random.nextBoolean()) {
            receiver.hears(Two.SENDER, new AgreeConditions(offer.number()), now);
        }
    }

    private static AnswerOffer answer(Offer offer, Answer answer) {
        return new AnswerOffer(offer.number(), offer.asked(), answer);
    }

    /** Exactly one owner in each record; across the two, an overlap perhaps, a gap never. */
    void look() {
        for (Site site : List.of(sender, receiver)) {
            long open = site.record.chart().obligations().open().stream()
                    .filter(o -> o.key().kind().equals(Kinds.ACTION))
                    .count();
            assertThat(open).as("one owner").isEqualTo(site.talks().isPresent() && !ended(site) ? 1 : 0);
        }
        if (ended(sender) || ended(receiver)) {
            return;
        }
        boolean held = holds(sender) || holds(receiver) || acceptedAwaitingConfirmation();
        assertThat(held).as("a gap").isTrue();
        transfers += holds(receiver) != receiverHeld ? 1 : 0;
        receiverHeld = holds(receiver);
    }

    private static boolean ended(Site site) {
        return site.talks().filter(t -> t.course().isEnded()).isPresent();
    }

    private boolean holds(Site site) {
        return site.owner(now)
                .filter(h -> h.organization().equals(site.endpoint.own().organization()))
                .isPresent();
    }

    private boolean acceptedAwaitingConfirmation() {
        return receiver.talks().stream()
                .flatMap(t -> t.offers().values().stream())
                .anyMatch(o -> o.intended()
                                .filter(i -> i.answer() instanceof Answer.Accept)
                                .isPresent()
                        && receiver.links
                                .get(LinkKey.task("handoff-1", o.number()))
                                .flatMap(Link::id)
                                .filter(id -> server.tasks().stream()
                                        .anyMatch(f -> f.id().equals(id)
                                                && f.json()
                                                        .tree()
                                                        .path("status")
                                                        .asText()
                                                        .equals("accepted")))
                                .isPresent());
    }

    /** Everything arrives, nothing more is decided, and both look until nothing is owed. */
    void calm() {
        while (!under.isEmpty()) {
            Way way = under.remove(0);
            Response response =
                    way.response().orElseGet(() -> perform(way.request().orElseThrow()));
            absorb(way.site(), response);
            look();
        }
        for (int round = 0; round < 40; round++) {
            now = now.plusSeconds(90_000);
            for (Site site : List.of(receiver, sender)) {
                if (site == receiver) {
                    site.takes(server.page(), now);
                }
                site.absorbs(server.page(), now);
                for (Request request : site.plans(now)) {
                    site.absorbs(perform(request), now);
                    look();
                }
            }
        }
        assertThat(sender.plans(now)).as("owed by the sender").isEmpty();
        assertThat(receiver.plans(now)).as("owed by the receiver").isEmpty();
    }

    /** Both say the same of who holds it, or one names a discrepancy. */
    void agree() {
        boolean one = holds(sender) != holds(receiver);
        boolean named = sender.issues.stream().anyMatch(Schedule::discrepancy)
                || receiver.issues.stream().anyMatch(Schedule::discrepancy);
        assertThat(one || named).as("agreement").isTrue();
    }

    private static boolean discrepancy(String issue) {
        return List.of(
                        "held-after-end",
                        "accepted-in-our-name",
                        "no-longer-says-we-hold",
                        "ended-in-our-name",
                        "cancellation-asked")
                .contains(issue);
    }
}
