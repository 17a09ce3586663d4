package care.baton.fhir.exchange;

import care.baton.fhir.OfferName;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which resource a link is about: what it stands for in the record, whatever number a server gives it.
 *
 * @param type the resource type
 * @param handoff the handoff it belongs to, by the host's identifier
 * @param part which part of the handoff: {@code offer-1}, {@code offer-1-round-1-medication-needs}
 */
public record LinkKey(String type, String handoff, String part) implements Comparable<LinkKey> {

    private static final int LONGEST = 256;
    private static final String FOCUS = "focus";
    private static final String ABORT = "abort";
    private static final String SECOND = "second";
    private static final String ABORT_ASKED = "abort-asked";
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,63}");
    private static final Pattern OF_FOCUS = Pattern.compile("offer-[0-9]+-" + FOCUS);
    private static final Pattern OF_OFFER = Pattern.compile("offer-[0-9]+");
    private static final Pattern OF_SECOND = Pattern.compile("offer-[0-9]+-" + SECOND);
    private static final Pattern OF_ABORT = Pattern.compile("offer-[0-9]+-(" + ABORT + "|" + ABORT_ASKED + ")");

    /**
     * Checks that each says something.
     *
     * @throws IllegalArgumentException if the type is no resource type, or the handoff or part is blank, over 256
     *     characters, or holds blanks or control characters
     */
    public LinkKey {
        Objects.requireNonNull(type, "type");
        if (!isType(type)) {
            throw new IllegalArgumentException("type: a resource type");
        }
        check(handoff, "handoff");
        check(part, "part");
    }

    /** Whether it may be the name of a type of resources. */
    static boolean isType(String text) {
        return TYPE.matcher(text).matches();
    }

    static void check(String text, String field) {
        Objects.requireNonNull(text, field);
        boolean plain = text.chars()
                .noneMatch(
                        c -> Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSurrogate((char) c));
        if (text.isEmpty() || text.length() > LONGEST || !plain) {
            throw new IllegalArgumentException(field + ": 1 to 256 characters without blanks");
        }
    }

    /** The resource that a Task is about, such as a ServiceRequest. */
    static LinkKey focus(String type, String handoff, int offer) {
        return new LinkKey(type, handoff, OfferName.within(offer, FOCUS));
    }

    /** Whether it is what a Task is about, and not a question about something of that name. */
    boolean isFocus() {
        return OF_FOCUS.matcher(part).matches();
    }

    /** The Task that asks to stop the Task of an offer: ours, or the partner's. */
    static LinkKey abort(String handoff, int offer, boolean theirs) {
        return new LinkKey("Task", handoff, OfferName.within(offer, theirs ? ABORT_ASKED : ABORT));
    }

    /**
     * Whether it is a Task that asks to stop the Task of an offer.
     *
     * @return true for such a Task, of either side
     */
    public boolean isAbort() {
        return type.equals("Task") && OF_ABORT.matcher(part).matches();
    }

    /** Whether it is the Task of an offer itself, and nothing beside it. */
    boolean isOffer() {
        return type.equals("Task") && OF_OFFER.matcher(part).matches();
    }

    /** Another Task of the same offer, where the server has stored it twice. */
    LinkKey second() {
        return new LinkKey(type, handoff, part + "-" + SECOND);
    }

    /** The Task of the offer that such a Task is another of; of anything else itself. */
    LinkKey first() {
        return isSecond() ? new LinkKey(type, handoff, part.substring(0, part.length() - SECOND.length() - 1)) : this;
    }

    /** Whether it is such a Task. */
    boolean isSecond() {
        return type.equals("Task") && OF_SECOND.matcher(part).matches();
    }

    /** Which offer of the handoff it belongs to. */
    boolean isOf(int offer) {
        return part.equals(OfferName.within(offer, "")) || part.startsWith(OfferName.within(offer, "") + "-");
    }

    static LinkKey task(String handoff, int offer) {
        return new LinkKey("Task", handoff, OfferName.within(offer, ""));
    }

    /** The value of the business identifier that we give the resource: the same however often it is worked out. */
    String identifier() {
        return handoff + "/" + part;
    }

    @Override
    public int compareTo(LinkKey other) {
        int order = handoff.compareTo(other.handoff);
        if (order == 0) {
            order = type.compareTo(other.type);
        }
        return order != 0 ? order : part.compareTo(other.part);
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "LinkKey";
    }
}
