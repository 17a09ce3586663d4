package care.baton.fhir.exchange;

import care.baton.evidence.Entry;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Two houses, a server, and what is under way between them: any message may come next. */
final class Pool {

    private static final int SENDER = 0;
    private static final int RECEIVER = 1;
    private static final int LONGEST = 60;

    /** A request on its way to the server, or an answer on its way back to the house that asked. */
    private record Message(int house, Optional<Request> request, Optional<Response> answer) {}

    private final Shelf server;
    private final List<Site> houses;
    private final List<Message> underWay = new ArrayList<>();
    private final Instant now;

    private Pool(Shelf server, List<Site> houses, Instant now) {
        this.server = server;
        this.houses = houses;
        this.now = now;
    }

    /** Each house sends what it owes; and each has looked at the server before that, and has not yet heard the answer. */
    static Pool of(TwoSites two) {
        Pool pool = new Pool(
                new Shelf(two.server), List.of(new Site(two.sender), new Site(two.receiver)), two.now.plusSeconds(60));
        Response early = two.server.page();
        for (int house : List.of(SENDER, RECEIVER)) {
            pool.underWay.add(new Message(house, Optional.empty(), Optional.of(early)));
            pool.sends(house);
        }
        return pool;
    }

    private Pool copy() {
        Pool copy = new Pool(new Shelf(server), houses.stream().map(Site::new).toList(), now);
        copy.underWay.addAll(underWay);
        return copy;
    }

    int underWay() {
        return underWay.size();
    }

    /** What tells it from any other: orders that come to the same are looked at once. */
    Object key() {
        return List.of(
                server.state(),
                houses.stream().map(h -> h.record.ledger().head()).toList(),
                houses.stream().map(h -> h.links).toList(),
                underWay.stream().collect(Collectors.groupingBy(m -> m, Collectors.counting())));
    }

    /** The same, after one of the messages has arrived. */
    Pool after(int message) {
        Pool next = copy();
        next.arrives(message);
        return next;
    }

    private void arrives(int which) {
        Message message = underWay.remove(which);
        if (message.request().isPresent()) {
            Response answer = server.perform(message.request().get());
            underWay.add(new Message(message.house(), Optional.empty(), Optional.of(answer)));
        } else {
            houses.get(message.house()).absorbs(message.answer().orElseThrow(), now);
            boolean waits = underWay.stream()
                    .anyMatch(m -> m.house() == message.house() && m.request().isPresent());
            if (!waits && answers(message.house()) == 0) {
                sends(message.house());
            }
        }
    }

    private long answers(int house) {
        return underWay.stream()
                .filter(m -> m.house() == house && !(m.answer().orElse(null) instanceof Response.Page))
                .count();
    }

    private void sends(int house) {
        houses.get(house).plans(now).forEach(r -> underWay.add(new Message(house, Optional.of(r), Optional.empty())));
    }

    /** Everything arrives, both look, and do what they owe, until nobody owes anything. */
    String end() {
        Pool last = copy();
        for (int i = 0; i < LONGEST && !last.underWay.isEmpty(); i++) {
            last.arrives(0);
        }
        for (int i = 0; i < 3; i++) {
            for (Site house : last.houses) {
                if (house.endpoint.own().equals(Two.RECEIVER)) {
                    house.takes(last.server.page(), now);
                }
                house.absorbs(last.server.page(), now);
                house.settles(last.server, now);
            }
        }
        return last.underWay.isEmpty() ? last.verdict() : "it goes on for ever";
    }

    /** What both say in the end; or where they differ. */
    private String verdict() {
        String sender = says(SENDER);
        String receiver = says(RECEIVER);
        if (!sender.equals(receiver)) {
            return "they differ: " + sender + " / " + receiver;
        }
        boolean ours = holds(SENDER);
        boolean theirs = holds(RECEIVER);
        if (ours == theirs) {
            return ours ? "both hold it" : "nobody holds it";
        }
        return sender + (ours ? ", the sender holds it" : ", the receiver holds it") + lost(SENDER) + lost(RECEIVER);
    }

    private boolean holds(int house) {
        Site site = houses.get(house);
        return site.owner(now)
                .filter(o -> o.organization().equals(site.endpoint.own().organization()))
                .isPresent();
    }

    /** How each offer and the whole stand in its record. */
    private String says(int house) {
        var talks = houses.get(house).talks().orElseThrow();
        return talks.offers().values().stream()
                        .map(o -> o.state().getClass().getSimpleName()
                                + (o.intended().isPresent() || o.withdrawing().isPresent() ? " pending" : ""))
                        .collect(Collectors.joining(", "))
                + ": " + talks.course();
    }

    /** The decisions of its own that came to nothing, each with the reason that its people were told. */
    private String lost(int house) {
        return StreamSupport.stream(houses.get(house).record.ledger().entries().spliterator(), false)
                .map(Entry::event)
                .filter(DecisionOvertaken.class::isInstance)
                .map(DecisionOvertaken.class::cast)
                .map(e -> "; " + e.decision() + " overtaken, " + e.reason())
                .collect(Collectors.joining());
    }
}
