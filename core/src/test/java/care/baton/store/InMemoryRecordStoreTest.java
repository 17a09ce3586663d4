package care.baton.store;

class InMemoryRecordStoreTest extends RecordStoreContract {

    private final InMemoryRecordStore store = new InMemoryRecordStore();

    @Override
    protected RecordStore open() {
        return store;
    }

    @Override
    protected void dieAfter(int entries) {
        store.dieAfter(entries);
    }
}
