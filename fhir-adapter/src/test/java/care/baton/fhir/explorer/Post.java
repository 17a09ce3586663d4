package care.baton.fhir.explorer;

import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is under way between the houses and the server: each message once, and every bag of messages. */
final class Post {

    /**
     * One request or answer.
     *
     * @param house whose
     * @param key what it is about
     * @param fresh whether the house still waits for its answer
     * @param request the request, or
     * @param response the answer
     */
    record Message(int house, LinkKey key, boolean fresh, Request request, Response response) {}

    private record Bag(int[] ids) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bag b && Arrays.equals(ids, b.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }

    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, Integer> late = new HashMap<>();
    private final List<Bag> bags = new ArrayList<>();
    private final Map<Bag, Integer> bagIds = new HashMap<>();

    Post() {
        bag(new int[0]);
    }

    int id(int house, boolean fresh, Request request) {
        LinkKey key = key(request);
        String what = request instanceof Request.Create r
                ? "create" + Server.outline(r.body())
                : request instanceof Request.Update r
                        ? "update" + r.id() + r.version() + Server.outline(r.body())
                        : request instanceof Request.Read r ? "read" + r.id() : "find";
        return intern(
                house + "" + fresh + key.type() + key.part() + what, new Message(house, key, fresh, request, null));
    }

    int id(int house, Response response) {
        LinkKey key = Conduct.key(response).orElseThrow();
        String what = response instanceof Response.Stands r
                ? r.found().id() + r.found().version() + r.found().json().text()
                : response.getClass().getSimpleName();
        return intern(house + "!" + key.type() + key.part() + what, new Message(house, key, true, null, response));
    }

    private int intern(String what, Message message) {
        return ids.computeIfAbsent(what, w -> {
            messages.add(message);
            return messages.size() - 1;
        });
    }

    Message message(int id) {
        return messages.get(id);
    }

    int[] bag(int id) {
        return bags.get(id).ids();
    }

    int bag(int[] sorted) {
        return bagIds.computeIfAbsent(new Bag(sorted), b -> {
            bags.add(b);
            return bags.size() - 1;
        });
    }

    int with(int bag, int message, int copies) {
        int[] now = bag(bag);
        int[] next = Arrays.copyOf(now, now.length + copies);
        Arrays.fill(next, now.length, next.length, message);
        Arrays.sort(next);
        return bag(next);
    }

    int without(int bag, int message) {
        int[] now = bag(bag);
        int at = Arrays.binarySearch(now, message);
        int[] next = new int[now.length - 1];
        System.arraycopy(now, 0, next, 0, at);
        System.arraycopy(now, at + 1, next, at, next.length - at);
        return bag(next);
    }

    int withoutAll(int bag, int message) {
        return bag(Arrays.stream(bag(bag)).filter(m -> m != message).toArray());
    }

    /** A write that nobody waits for any more may still arrive; a reading that nobody waits for tells nothing. */
    int stale(int bag, int house, List<LinkKey> keys) {
        if (keys.isEmpty()) {
            return bag;
        }
        int[] next = bag(bag).clone();
        int length = 0;
        for (int id : next) {
            int then = old(id, house, keys);
            if (then >= 0) {
                next[length++] = then;
            }
        }
        int[] left = Arrays.copyOf(next, length);
        Arrays.sort(left);
        return bag(left);
    }

    private int old(int id, int house, List<LinkKey> keys) {
        Message m = messages.get(id);
        if (m.house() != house || !m.fresh() || !keys.contains(m.key())) {
            return id;
        }
        boolean writes = m.request() != null && writes(m.request());
        return writes ? late(id) : -1;
    }

    /** The same write, once nobody waits for its answer. */
    int late(int id) {
        return late.computeIfAbsent(
                id, i -> id(messages.get(i).house(), false, messages.get(i).request()));
    }

    static LinkKey key(Request request) {
        if (request instanceof Request.Create r) {
            return r.key();
        }
        if (request instanceof Request.Update r) {
            return r.key();
        }
        return request instanceof Request.Read r ? r.key() : ((Request.Find) request).key();
    }

    static boolean writes(Request request) {
        return request instanceof Request.Create || request instanceof Request.Update;
    }
}
