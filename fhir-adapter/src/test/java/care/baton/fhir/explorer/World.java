package care.baton.fhir.explorer;

import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.explorer.Post.Message;
import care.baton.fhir.explorer.Seat.Choice;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Every house, server and bag of messages that was met, each once, and what each step makes of them. */
final class World {

    /** The place in {@link House#spent} where the times that time ran out are counted. */
    private static final int TICKS = 15;

    /**
     * What came of a step of one house.
     *
     * @param next the house then
     * @param sent the messages that leave
     * @param renumbered what it no longer waits for an earlier answer about
     * @param fault the law that is broken, or null
     */
    record Step(int next, int[] sent, List<LinkKey> renumbered, String fault) {

        Step failing(String law) {
            return new Step(next, sent, renumbered, law);
        }
    }

    /** What came of a request at the server. */
    record Served(int next, int answer, String fault) {}

    final SetUp setUp;
    final Conduct conduct;
    final Post post = new Post();
    private final Outline outline = new Outline();
    private final List<House> houses = new ArrayList<>();
    private final List<Facts> facts = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> houseIds = new HashMap<>();
    private final List<Server> servers = new ArrayList<>();
    private final List<int[]> held = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private final Map<List<String>, Integer> pageIds = new HashMap<>();
    private final Map<String, Integer> serverIds = new HashMap<>();
    private final LongTable stepIds = new LongTable();
    private final List<Step> steps = new ArrayList<>();
    private final LongTable servedIds = new LongTable();
    private final List<Served> served = new ArrayList<>();

    World(SetUp setUp, Conduct conduct) {
        this.setUp = setUp;
        this.conduct = conduct;
    }

    State start() {
        int[] ids = new int[3];
        for (Seat seat : setUp.seats()) {
            House house = new House(
                    CoordinationRecord.of(RecordId.of("record-" + seat.index())),
                    Links.none(),
                    Cast.START,
                    new TreeSet<>(),
                    0);
            List<Holder> known = seat.sends() ? setUp.receivers() : List.of(seat.own());
            house = conduct.decide(
                    seat,
                    house,
                    seat.own(),
                    new OpenRecord(seat.own().organization(), Cast.PERSON, Cast.team(known), List.of()));
            house = conduct.decide(
                    seat,
                    house,
                    Cast.SENDER,
                    new OpenRun(Cast.RUN, conduct.rules.pathways().get(0).id(), 1));
            ids[seat.index()] = id(seat, house);
        }
        return new State(ids[0], ids[1], ids[2], id(setUp.server()), 0);
    }

    private int id(Seat seat, House house) {
        String known = seat.index() + outline.of(house);
        return houseIds.computeIfAbsent(known, k -> {
            houses.add(house);
            facts.add(Facts.of(seat, house));
            wrong.add(Laws.standing(house));
            return houses.size() - 1;
        });
    }

    private int id(Server server) {
        return serverIds.computeIfAbsent(server.outline(), k -> {
            servers.add(server);
            held.add(heldBy(server));
            pages.add(pageIds.computeIfAbsent(
                    server.page("Task").resources().stream()
                            .map(f -> f.id() + f.version())
                            .toList(),
                    p -> servers.size() - 1));
            return servers.size() - 1;
        });
    }

    /** For each house, the Tasks that say that it holds the work; last, those that anybody holds. */
    private int[] heldBy(Server server) {
        int[] by = new int[4];
        for (Found task : server.tasks()) {
            if (Server.saysHeld(task)) {
                int bit = 1 << Server.index(task.id());
                by[3] |= bit;
                setUp.seats().stream()
                        .filter(s -> s.own().organization().value().equals(Server.owner(task)))
                        .forEach(s -> by[s.index()] |= bit);
            }
        }
        return by;
    }

    House house(int id) {
        return houses.get(id);
    }

    Facts facts(int id) {
        return facts.get(id);
    }

    String wrong(int id) {
        return wrong.get(id);
    }

    Server server(int id) {
        return servers.get(id);
    }

    int[] held(int id) {
        return held.get(id);
    }

    /** How many steps of the production functions were worked out. */
    int worked() {
        return steps.size();
    }

    // Steps of one house.

    Step decide(Seat seat, int at, int which) {
        return step(at, 1, which, () -> {
            House house = houses.get(at);
            Choice choice = seat.choices().get(which);
            House next = house.spent(which) >= choice.most()
                    ? house
                    : choice.said()
                            .apply(house)
                            .map(word -> conduct.decide(seat, house, word.by(), word.command()))
                            .orElse(house);
            return next == house ? null : done(seat, house, next.spending(which), List.of());
        });
    }

    Step tick(Seat seat, int at) {
        return step(at, 2, 0, () -> {
            House house = houses.get(at);
            House next = house.spent(TICKS) >= seat.ticks() ? house : conduct.tick(seat, house);
            if (next == house) {
                return null;
            }
            Step step = done(seat, house, next.spending(TICKS), List.of());
            return step.fault() == null ? step.failing(Laws.late(house, next)) : step;
        });
    }

    Step plan(Seat seat, int at) {
        return step(at, 3, 0, () -> {
            House house = houses.get(at);
            Conduct.Sent sent = conduct.plan(seat, house);
            return sent.requests().isEmpty() && sent.house().links().equals(house.links())
                    ? null
                    : done(seat, house, sent.house(), sent.requests());
        });
    }

    Step poll(Seat seat, int at, int server) {
        return step(at, 4, seat.sends() ? pages.get(server) : server, () -> {
            House house = houses.get(at);
            House next = conduct.poll(seat, house, servers.get(server));
            if (same(house, next)) {
                return null;
            }
            Step step = done(seat, house, next, List.of());
            String heard = Laws.heard(house, next, servers.get(server));
            return heard == null ? step : step.failing(heard);
        });
    }

    /** What the server answered is taken in, and once more: the second time must change nothing (promise 4). */
    Step absorb(Seat seat, int at, int message) {
        return step(at, 5, message, () -> {
            House house = houses.get(at);
            Response response = numbered(house, post.message(message).response());
            House next = conduct.absorb(seat, house, response);
            Step step = done(seat, house, next, List.of());
            House again = conduct.absorb(seat, next, response);
            boolean twice = again.record().version() != next.record().version();
            return twice ? step.failing("the same answer counts twice") : step;
        });
    }

    /** The network gives no answer. */
    Step unknown(Seat seat, int at, int message) {
        return step(at, 6, message, () -> {
            House house = houses.get(at);
            LinkKey key = post.message(message).key();
            long number = house.links().get(key).orElseThrow().requests();
            return done(
                    seat,
                    house,
                    conduct.absorb(seat, house, new Response.Unknown(Optional.of(key), number)),
                    List.of());
        });
    }

    /** An answer to an earlier request arrives: it must change nothing (promise 3). */
    String late(Seat seat, int at, int message) {
        Step step = step(at, 7, message, () -> {
            House house = houses.get(at);
            Message m = post.message(message);
            Link link = house.links().get(m.key()).orElseThrow();
            long number = link.tried() == 0 ? Math.max(1, link.requests()) : link.requests() - 1;
            House next = conduct.absorb(seat, house, renumber(m.response(), number));
            return same(house, next) ? null : new Step(at, new int[0], List.of(), "a stale answer changes something");
        });
        return step == null ? null : step.fault();
    }

    private static boolean same(House before, House after) {
        return after.record().version() == before.record().version()
                && after.links().equals(before.links())
                && after.named().equals(before.named());
    }

    private Step step(int at, int kind, int argument, Supplier<Step> work) {
        long key = ((long) at << 36) | ((long) kind << 32) | argument;
        int known = stepIds.get(key);
        if (known == LongTable.NONE) {
            Step step = work.get();
            steps.add(step);
            known = steps.size() - 1;
            stepIds.put(key, known);
        }
        return steps.get(known);
    }

    private Step done(Seat seat, House before, House after, List<Request> requests) {
        List<LinkKey> renumbered = new ArrayList<>();
        for (Link link : after.links().all()) {
            Optional<Link> was = before.links().get(link.key());
            if (was.isPresent()
                    && (was.get().tried() != link.tried() || was.get().requests() != link.requests())) {
                renumbered.add(link.key());
            }
        }
        int[] sent =
                requests.stream().mapToInt(r -> post.id(seat.index(), true, r)).toArray();
        return new Step(id(seat, after), sent, List.copyOf(renumbered), Laws.step(before, after));
    }

    private static Response numbered(House house, Response response) {
        LinkKey key = Conduct.key(response).orElseThrow();
        return renumber(response, house.links().get(key).orElseThrow().requests());
    }

    private static Response renumber(Response response, long number) {
        if (response instanceof Response.Stands r) {
            return new Response.Stands(r.key(), number, r.found());
        }
        return response instanceof Response.Absent r
                ? new Response.Absent(r.key(), number)
                : new Response.Conflict(Conduct.key(response).orElseThrow(), number);
    }

    // Steps of the server.

    Served serve(int at, int message) {
        long key = ((long) at << 32) | message;
        int known = servedIds.get(key);
        if (known == LongTable.NONE) {
            Message m = post.message(message);
            Server.Done done = servers.get(at).perform(m.request());
            served.add(new Served(
                    id(done.server()),
                    m.fresh() ? post.id(m.house(), done.response()) : -1,
                    done.fault().orElse(null)));
            known = served.size() - 1;
            servedIds.put(key, known);
        }
        return served.get(known);
    }

    /** What a system that knows nothing of Baton makes of the server; -1 when it makes no sense. */
    int move(int at, int which) {
        Server server = servers.get(at);
        SetUp.Move move = setUp.moves().get(which);
        return server.spent(which) >= move.most()
                ? -1
                : move.made().apply(server).map(s -> id(s.spending(which))).orElse(-1);
    }
}
