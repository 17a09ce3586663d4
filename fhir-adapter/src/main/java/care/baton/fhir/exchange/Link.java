package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.Party;
import care.baton.fhir.task.SeenTask;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Digest;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What we know of one resource on a partner's server. The host stores it in the transaction with the entries of the
 * record; it is all that a restart needs. {@link LinkJson} writes it down.
 *
 * @param key what it stands for
 * @param id the server's id, once known
 * @param version the version last read or written; compared for equality only
 * @param seen the resource as last read or written, whole
 * @param taken the Task as last taken for true: as it was sent or taken in, and from then on each version without a
 *     doubt; the next one is compared with it, so that what was doubted once is not believed the second time
 * @param tried the number of the request that may have left and has no answer yet; 0 when there is none
 * @param requests how many requests there have been: an answer to any other than the last is dropped
 * @param again how often the last write met another version
 * @param asked the fingerprint of what was asked when a person was last told; empty where nothing is asked
 * @param ended the version in which the resource was first seen ended as it is now; empty while it is open
 * @param endedBy who may have ended it in that version, by the partner's table; empty while it is open, or in doubt
 * @param beside the number of the request on the Task before which this was read; 0 for a Task
 * @param failures how many requests in a row came to nothing
 * @param notBefore before when nothing is asked again, by the host's clock
 * @param refused what the server has refused for good; not asked again until something has changed there, or somebody has
 *     seen to it: by fulfilling the look that they owe, by a new decision, or by {@link #seenTo}
 * @param read when it was last read or written, by the host's clock; empty where that was not noted
 */
public record Link(
        LinkKey key,
        Optional<String> id,
        Optional<String> version,
        Sensitive seen,
        Sensitive taken,
        long tried,
        long requests,
        int again,
        Optional<Digest> asked,
        Optional<String> ended,
        List<Party> endedBy,
        long beside,
        int failures,
        Optional<Instant> notBefore,
        Optional<Code> refused,
        Optional<Instant> read) {

    static final Code GONE = Code.of("gone");

    /** A host that comes by once a day, give or take, looks each time: at least once a day, as SDOH Clinical Care asks. */
    private static final Duration WATCHED = Duration.ofHours(20);

    /**
     * Checks that nothing is absent and that the numbers fit each other.
     *
     * @throws IllegalArgumentException if a number is negative, more was tried than asked, there is a version of
     *     nothing, or an id or a version is none of FHIR's
     */
    public Link {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(taken, "taken");
        endedBy = Copy.of(endedBy, "endedBy");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(refused, "refused");
        Objects.requireNonNull(read, "read");
        if (tried < 0 || tried > requests || again < 0 || beside < 0 || failures < 0) {
            throw new IllegalArgumentException("tried, requests, again, beside, failures: counted from 0");
        }
        if (version.isPresent() && id.isEmpty()) {
            throw new IllegalArgumentException("version: of a resource with an id");
        }
        if (!Stream.of(id, version, ended).flatMap(Optional::stream).allMatch(Found::isId)) {
            throw new IllegalArgumentException("id, version, ended: letters, digits, dots and hyphens, at most 64");
        }
    }

    static Link unknown(LinkKey key) {
        return new Draft(key).link();
    }

    /** A resource whose id is known before it was read. */
    static Link named(LinkKey key, String id) {
        Draft next = new Draft(key);
        next.id = Optional.of(id);
        return next.link();
    }

    /** Whether a resource of this length can be kept. */
    static boolean fits(String json) {
        return Sensitive.fits(json);
    }

    /** The Task as last read or written. */
    Optional<SeenTask> task() {
        return Kept.task(seen);
    }

    /** The version that the next one is compared with. */
    Optional<SeenTask> takenTask() {
        return Kept.task(taken.isNone() ? seen : taken);
    }

    /** About to be sent: stored before it leaves. */
    Link trying() {
        Draft next = new Draft(this);
        next.requests = after(requests);
        next.tried = next.requests;
        return next.link();
    }

    /** This version stands on the server now. */
    Link at(String newId, String newVersion, String json, Instant now) {
        Draft next = new Draft(this);
        boolean other = !version.equals(Optional.of(newVersion));
        next.id = Optional.of(newId);
        next.version = Optional.of(newVersion);
        next.seen = Sensitive.of(json);
        next.tried = 0;
        next.failures = 0;
        next.notBefore = Optional.empty();
        next.refused = other || isGone() ? Optional.empty() : refused;
        next.read = Optional.of(now);
        return next.link();
    }

    /** Nothing of ours is under way any more: what we wrote stands, or it has been given up. */
    Link settled() {
        Draft next = new Draft(this);
        next.again = 0;
        return next.link();
    }

    /** The last write met another version; what stands there must be read. */
    Link overtaken() {
        Draft next = new Draft(this);
        next.tried = requests;
        return next.link();
    }

    /**
     * The last request came to nothing that we know of; what stands there must be read: at once the first time, and
     * later and later when that comes to nothing either.
     */
    Link unresolved(Instant now, Duration atLeast) {
        Draft next = new Draft(this);
        next.tried = requests;
        next.failures = after(failures);
        Duration own = failures == 0 ? Duration.ZERO : Backoff.after(failures - 1, key);
        Duration wait = own.compareTo(atLeast) > 0 ? own : atLeast;
        next.notBefore = wait.isZero() ? Optional.empty() : Optional.of(now.plus(wait));
        return next.link();
    }

    /** Whether it has come to nothing for so long, by the shortest waits, or by those that the server asks for each time. */
    boolean hasFailedFor(Duration time, Duration asked) {
        return Backoff.lasts(failures, time, asked);
    }

    /** Whether it had not come to nothing for so long the time before. */
    boolean beginsToFailFor(Duration time, Duration asked) {
        return failures == 0 || !Backoff.lasts(failures - 1, time, asked);
    }

    /**
     * It was written, and the server knows nothing of it: written again, at once after one request without an answer, and
     * later and later when that is not stored either.
     */
    Link unstored(Instant now) {
        Draft next = new Draft(this);
        next.tried = 0;
        next.failures = after(failures);
        next.notBefore = failures < 2 ? Optional.empty() : Optional.of(now.plus(Backoff.after(failures - 2, key)));
        return next.link();
    }

    /** The write that was to leave has not: no more of ours is under way than before it. */
    Link unsent() {
        Draft next = new Draft(this);
        next.tried = 0;
        next.again = Math.max(0, again - 1);
        return next.link();
    }

    /** The server says that there is nothing, and nothing of ours is under way. */
    Link absent() {
        Draft next = new Draft(this);
        next.tried = 0;
        next.failures = 0;
        next.notBefore = Optional.empty();
        return next.link();
    }

    /** The server has refused this for good. */
    Link refusing(Code what) {
        Draft next = new Draft(this);
        next.refused = Optional.of(what);
        return next.link();
    }

    /** A person is told of what is asked now. */
    Link told(Digest content) {
        Draft next = new Draft(this);
        next.asked = Optional.of(content);
        return next.link();
    }

    /** It has ended in this version, and these may have done so; empty: it is open. */
    Link ended(Optional<String> in, List<Party> by) {
        Draft next = new Draft(this);
        next.ended = in;
        next.endedBy = by;
        return next.link();
    }

    /** Taken for true: the next version is compared with this one. */
    Link taking(FhirJson task) {
        Draft next = new Draft(this);
        next.taken = Sensitive.of(task.text());
        return next.link();
    }

    /** About to be sent once more, because the version that stands does not say that we wrote it. */
    Link marking() {
        Draft next = new Draft(trying());
        next.again = after(again);
        return next.link();
    }

    /** Something may have changed: it is read before anything else, and no earlier answer counts. */
    Link hinted() {
        Draft next = new Draft(this);
        next.requests = after(requests);
        next.tried = next.requests;
        next.notBefore = Optional.empty();
        return next.link();
    }

    /** What was read settled nothing, so often before: it is read again, later and later, and at once when it changes. */
    Link waiting(Instant now, int before) {
        Draft next = new Draft(this);
        next.failures = after(before);
        next.notBefore = Optional.of(now.plus(Backoff.after(before, key)));
        return next.link();
    }

    /** Whether it is long since it was read: a clock that was set back does not keep it from being read. */
    boolean isOld(Instant now) {
        return version.isPresent()
                && read.filter(at -> Duration.between(at, now).abs().compareTo(WATCHED) < 0)
                        .isEmpty();
    }

    /** Whether what was read settled nothing. */
    boolean isUnsettled() {
        return tried == 0 && failures > 0 && id.isPresent();
    }

    /** Written more than once and still not as we want it: later and later. */
    Link pausing(Instant now) {
        if (again <= AsReceiver.MOST) {
            return this;
        }
        Draft next = new Draft(this);
        next.notBefore = Optional.of(now.plus(Backoff.after(again - AsReceiver.MOST - 1, key)));
        return next.link();
    }

    /** Read before the next request on the Task. */
    Link beside(Link task) {
        Draft next = new Draft(this);
        next.beside = after(task.requests);
        return next.link();
    }

    /** Whether it was read since the last request on the Task. */
    boolean isBeside(Link task) {
        return beside == after(task.requests);
    }

    /** To be read anew before the next request on the Task. */
    Link stale() {
        Draft next = new Draft(this);
        next.beside = 0;
        return next.link();
    }

    /**
     * Somebody has seen to what the server refused, such as a permission: it is asked again.
     *
     * @return the link without the refusal, and without waiting
     */
    public Link seenTo() {
        Draft next = new Draft(this);
        next.refused = Optional.empty();
        next.notBefore = Optional.empty();
        next.failures = 0;
        return next.link();
    }

    /** One more; what a store brings back may be the last number already, and that one stays. */
    private static long after(long number) {
        return number == Long.MAX_VALUE ? number : number + 1;
    }

    private static int after(int number) {
        return number == Integer.MAX_VALUE ? number : number + 1;
    }

    /** It stands in another resource of the server, that is to be read first. */
    Link elsewhere(String other) {
        Draft next = new Draft(hinted());
        next.id = Optional.of(other);
        next.version = Optional.empty();
        next.seen = Sensitive.none();
        next.ended = Optional.empty();
        next.endedBy = List.of();
        return next.link();
    }

    /** Whether it was there once and is not any more. */
    boolean isGone() {
        return refused.equals(Optional.of(GONE));
    }

    boolean waits(Instant now) {
        return notBefore.filter(now::isBefore).isPresent();
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Link";
    }

    /** The next link in the making. */
    private static final class Draft {
        private final LinkKey key;
        private Optional<String> id = Optional.empty();
        private Optional<String> version = Optional.empty();
        private Sensitive seen = Sensitive.none();
        private Sensitive taken = Sensitive.none();
        private long tried;
        private long requests;
        private int again;
        private Optional<Digest> asked = Optional.empty();
        private Optional<String> ended = Optional.empty();
        private List<Party> endedBy = List.of();
        private long beside;
        private int failures;
        private Optional<Instant> notBefore = Optional.empty();
        private Optional<Code> refused = Optional.empty();
        private Optional<Instant> read = Optional.empty();

        Draft(LinkKey key) {
            this.key = key;
        }

        Draft(Link link) {
            this(link.key);
            this.id = link.id;
            this.version = link.version;
            this.seen = link.seen;
            this.taken = link.taken;
            this.tried = link.tried;
            this.requests = link.requests;
            this.again = link.again;
            this.asked = link.asked;
            this.ended = link.ended;
            this.endedBy = link.endedBy;
            this.beside = link.beside;
            this.failures = link.failures;
            this.notBefore = link.notBefore;
            this.refused = link.refused;
            this.read = link.read;
        }

        Link link() {
            return new Link(
                    key, id, version, seen, taken, tried, requests, again, asked, ended, endedBy, beside, failures,
                    notBefore, refused, read);
        }
    }
}
