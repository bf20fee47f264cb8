"""Nouns of what is counted and is no person: weapons, acts, vehicles, buildings, days."""

from __future__ import annotations

from conflictsum.resolve.verbs import ACTS, CRAFT, WEAPONS

THINGS = (
    ACTS
    | CRAFT
    | WEAPONS
    | frozenset(
        "cart carts car cars truck trucks lorry lorries bus buses vehicle vehicles motorcycle motorcycles "
        "motorbike motorbikes ambulance ambulances train trains coach coaches ship ships tanker tankers boats "
        "canoe canoes skiff skiffs house houses home homes building buildings flat flats apartment apartments "
        "block blocks school schools hospital hospitals clinic clinics mosque mosques church churches market "
        "markets shop shops store stores stall stalls bridge bridges depot depots warehouse warehouses refinery "
        "refineries plant plants station stations base bases post posts checkpoint checkpoints camp camps "
        "position positions site sites target targets hideout hideouts tunnel tunnels launcher launchers radar "
        "radars village villages town towns city cities hamlet hamlets province provinces district districts "
        "region regions state states country countries place places street streets front fronts time times hour "
        "hours day days night nights week weeks month months year years occasion occasions case cases incident "
        "incidents violation violations battle battles wave waves side sides party parties group groups faction "
        "factions report reports question questions word words percent name names dollar dollars round rounds "
        "cartridge cartridges gun guns pistol pistols sheep goat goats cow cows cattle animal animals camel "
        "camels horse horses donkey donkeys dog dogs bank banks hectare hectares acre acres point points part "
        "parts third half quarter agreement truce statement letter ceasefire goal goals minute minutes pitch "
        "pitches households bags sacks tonnes tons metres kilometres miles tanks tent tents classroom classrooms "
        "factory factories units".split()
    )
)
