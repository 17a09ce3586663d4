package care.baton.fhir.explorer;

import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.explorer.Post.Message;
import care.baton.fhir.explorer.World.Served;
import care.baton.fhir.explorer.World.Step;
import java.util.Arrays;
import java.util.List;

/** Every way in which the whole can go on from one state: people, the network, time, crashes and strangers. */
final class Walk {

    /** What is told of each way. */
    interface Way {
        void leads(State next, long move, String fault);
    }

    private final World world;

    Walk(World world) {
        this.world = world;
    }

    void from(State at, Way way) {
        for (Seat seat : world.setUp.seats()) {
            house(at, seat, way);
        }
        int[] bag = world.post.bag(at.post());
        for (int i = 0; i < bag.length; i++) {
            if (i == 0 || bag[i] != bag[i - 1]) {
                Message m = world.post.message(bag[i]);
                if (m.request() != null) {
                    arrives(at, bag[i], way);
                    way.leads(at.posted(world.post.withoutAll(at.post(), bag[i])), move(11, m.house(), bag[i]), null);
                } else {
                    answered(at, bag[i], m, way);
                }
            }
        }
        for (int i = 0; i < world.setUp.moves().size(); i++) {
            int server = world.move(at.server(), i);
            if (server >= 0) {
                way.leads(at.served(server), move(14, 3, i), null);
            }
        }
    }

    private void house(State at, Seat seat, Way way) {
        int house = at.house(seat.index());
        for (int i = 0; i < seat.choices().size(); i++) {
            Step step = world.decide(seat, house, i);
            leads(at, seat, step, List.of(), move(1, seat.index(), i), way);
            if (step != null && world.conduct.sendsFirst()) {
                lost(at, seat, step, i, way);
            }
        }
        leads(at, seat, world.tick(seat, house), List.of(), move(2, seat.index(), 0), way);
        leads(at, seat, world.poll(seat, house, at.server()), List.of(), move(4, seat.index(), 0), way);
        Step plan = world.plan(seat, house);
        if (plan != null) {
            List<Integer> sent = Arrays.stream(plan.sent()).boxed().toList();
            if (sent.size() * world.setUp.copies() + world.post.bag(at.post()).length <= world.setUp.under()) {
                leads(at, seat, plan, sent, move(3, seat.index(), 0), way);
            }
            leads(at, seat, plan, List.of(), move(5, seat.index(), 0), way);
        }
    }

    /** A host that sends before it stores, and stops between: what it decided is gone, what it sent is not. */
    private void lost(State at, Seat seat, Step decided, int choice, Way way) {
        Step plan = world.plan(seat, decided.next());
        if (plan == null || plan.sent().length == 0) {
            return;
        }
        int post = at.post();
        for (int id : plan.sent()) {
            Message m = world.post.message(id);
            if (Post.writes(m.request())) {
                post = world.post.with(post, world.post.late(id), 1);
            }
        }
        way.leads(at.posted(post), move(6, seat.index(), choice), null);
    }

    private void leads(State at, Seat seat, Step step, List<Integer> sent, long move, Way way) {
        if (step != null) {
            String[] fault = {step.fault()};
            State next = after(at, seat, step, sent, fault);
            way.leads(next, move, fault[0]);
        }
    }

    private State after(State at, Seat seat, Step step, List<Integer> sent, String[] fault) {
        State next = at.with(seat.index(), step.next());
        int post = at.post();
        if (!step.renumbered().isEmpty()) {
            late(post, seat, step, fault);
            post = world.post.stale(post, seat.index(), step.renumbered());
        }
        for (int id : sent) {
            post = world.post.with(post, id, world.setUp.copies());
        }
        return next.posted(post);
    }

    /** Every answer that comes too late changes nothing, whenever it comes. */
    private void late(int post, Seat seat, Step step, String[] fault) {
        List<LinkKey> keys = step.renumbered();
        for (int id : world.post.bag(post)) {
            Message m = world.post.message(id);
            if (m.response() != null && m.house() == seat.index() && keys.contains(m.key()) && fault[0] == null) {
                fault[0] = world.late(seat, step.next(), id);
            }
        }
    }

    private void arrives(State at, int message, Way way) {
        Served served = world.serve(at.server(), message);
        int post = world.post.without(at.post(), message);
        if (served.answer() >= 0) {
            post = world.post.with(post, served.answer(), 1);
        }
        way.leads(
                at.served(served.next()).posted(post),
                move(10, world.post.message(message).house(), message),
                served.fault());
    }

    private void answered(State at, int message, Message m, Way way) {
        Seat seat = seat(m.house());
        State taken = at.posted(world.post.without(at.post(), message));
        Step step = world.absorb(seat, at.house(seat.index()), message);
        leads(taken, seat, step, List.of(), move(12, m.house(), message), way);
        State gone = at.posted(world.post.withoutAll(at.post(), message));
        leads(
                gone,
                seat,
                world.unknown(seat, at.house(seat.index()), message),
                List.of(),
                move(13, m.house(), message),
                way);
    }

    /** One message arrives, where it goes. */
    void arrival(State at, int message, Way way) {
        Message m = world.post.message(message);
        if (m.request() != null) {
            arrives(at, message, way);
        } else {
            answered(at, message, m, way);
        }
    }

    void sending(State at, Seat seat, Step plan, Way way) {
        leads(at, seat, plan, Arrays.stream(plan.sent()).boxed().toList(), move(3, seat.index(), 0), way);
    }

    void polling(State at, Seat seat, Step poll, Way way) {
        leads(at, seat, poll, List.of(), move(4, seat.index(), 0), way);
    }

    static long move(int kind, int house, int argument) {
        return ((long) kind << 36) | ((long) house << 32) | argument;
    }

    /** A move in words. */
    String words(long move) {
        int kind = (int) (move >>> 36);
        int house = (int) (move >>> 32) & 3;
        int argument = (int) move;
        String who = house < 3 ? seat(house).own().organization().value().replace("Organization/", "") + " " : "";
        return switch (kind) {
            case 1 -> who + "decides: " + seat(house).choices().get(argument).name();
            case 2 -> who + "lets time run out";
            case 3 -> who + "stores and sends";
            case 4 -> who + "looks for what is new";
            case 5 -> who + "stores and stops before it sends";
            case 6 ->
                who + "sends before it stores, and stops: "
                        + seat(house).choices().get(argument).name();
            case 10 -> "the server gets from " + who + message(argument);
            case 11 -> "on its way to the server is lost from " + who + message(argument);
            case 12 -> who + "takes in " + message(argument);
            case 13 -> who + "never hears of " + message(argument);
            default -> "a stranger: " + world.setUp.moves().get(argument).name();
        };
    }

    private Seat seat(int house) {
        for (Seat seat : world.setUp.seats()) {
            if (seat.index() == house) {
                return seat;
            }
        }
        throw new IllegalStateException("no such house");
    }

    private String message(int id) {
        Message m = world.post.message(id);
        Object what = m.request() == null ? m.response() : m.request();
        String status = "";
        if (what instanceof Response.Stands s) {
            status = " " + s.found().version() + " " + Server.status(s.found());
        }
        if (what instanceof Request.Update u) {
            status = " over " + u.version() + " "
                    + u.body().tree().path("status").asText() + " "
                    + u.body().tree().path("businessStatus").path("text").asText();
        }
        return what.getClass().getSimpleName() + " of " + m.key().part() + status + (m.fresh() ? "" : " (late)");
    }
}
