package care.baton.evidence;

/** What one operation writes its canonical bytes on, over and over. It is never shared. */
final class Sheet {

    private final Bytes out = new Bytes();
    private final Place place = new Place();

    /** The sheet, wiped. */
    Bytes fresh() {
        out.cut(0);
        return out;
    }

    Place place() {
        return place;
    }
}
