package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How often and when a request is repeated, for every status of failure, by a clock that the test sets forward. */
@Execution(ExecutionMode.CONCURRENT)
class RetryTest extends TwoSites {

    private static final Set<Integer> NEVER = Set.of(400, 401, 403, 404, 410, 422);
    private static final Duration LATER = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofSeconds(120);
    private static final int STEPS = 90;

    @Promise(12)
    @Test
    void noWriteIsRepeatedThatWasRefusedForGoodAndNoneBeforeTheServerWantsIt() {
        offer();
        answer(new Answer.Accept());
        receiver.plans(now).forEach(r -> receiver.absorbs(server.perform(r), now));
        Site accepting = new Site(receiver);
        for (int status = 400; status < 600; status++) {
            List<Instant> writes = writes(new Site(accepting), answered(accepting, status));

            assertThat(writes).as("status " + status).isNotEmpty();
            if (NEVER.contains(status)) {
                assertThat(writes).as("status " + status).hasSize(1);
            }
            if (status != 409 && status != 412 && writes.size() > 1) {
                assertThat(Duration.between(writes.get(0), writes.get(1)))
                        .as("status " + status)
                        .isGreaterThanOrEqualTo(status == 429 || status == 503 ? LATER : Duration.ZERO);
            }
            assertThat(writes.size()).as("status " + status).isLessThanOrEqualTo(STEPS / 2);
        }
    }

    /** What the wire makes of the status for the write that is owed. */
    private Response answered(Site site, int status) {
        Request write = new Site(site).plans(now).get(0);
        assertThat(write).isInstanceOf(Request.Update.class);
        return WireTest.said(write, a -> json(status, "", "Retry-After: " + LATER.toSeconds()));
    }

    /** When writes leave over three hours; the server answers each alike, and every read with what stands there. */
    private List<Instant> writes(Site site, Response first) {
        List<Instant> writes = new ArrayList<>();
        Instant at = now;
        for (int i = 0; i < STEPS; i++) {
            for (Request request : site.plans(at)) {
                boolean write = request instanceof Request.Update;
                if (write) {
                    writes.add(at);
                }
                site.absorbs(write ? again(first, (Request.Update) request) : server.perform(request), at);
            }
            at = at.plus(STEP);
        }
        return writes;
    }

    private static Response again(Response first, Request.Update write) {
        if (first instanceof Response.Conflict) {
            return new Response.Conflict(write.key(), write.number());
        }
        if (first instanceof Response.Absent) {
            return new Response.Absent(write.key(), write.number());
        }
        if (first instanceof Response.Refused r) {
            return new Response.Refused(r.key(), write.number(), r.status(), r.after());
        }
        return new Response.Unknown(Optional.of(write.key()), write.number());
    }

    /** The waits grow, have an end, and differ from link to link by a share that is always the same. */
    @Promise(12)
    @Test
    void waitsGrowHaveAnEndAndAreSpreadAlikeEveryTime() {
        Set<Duration> longest = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            Link link = Link.unknown(LinkKey.task("handoff-" + i, 1));
            Duration last = Duration.ZERO;
            for (int failure = 0; failure < 40; failure++) {
                assertThat(link.trying().unresolved(now, Duration.ZERO))
                        .isEqualTo(link.trying().unresolved(now, Duration.ZERO));
                link = link.trying().unresolved(now, Duration.ZERO);
                Duration wait =
                        link.notBefore().map(at -> Duration.between(now, at)).orElse(Duration.ZERO);
                assertThat(wait).isGreaterThanOrEqualTo(last);
                last = wait;
            }
            assertThat(last).isBetween(Duration.ofHours(5), Duration.ofHours(8));
            longest.add(last);
        }
        assertThat(longest).hasSizeGreaterThan(10);
    }
}
