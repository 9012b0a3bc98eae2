"""What the Dutch content must say to the letter, and the facts of each action.

The labels, statements and scale are fixed; whoever means to change one changes it here too.
"""

# axis: label, subtitle of the staff, subtitle of the owner
LABELS = {
    "A1": ("Leren heeft zin", "Ik vind leren leuk en nuttig", "Leren levert mijn bedrijf iets op"),
    "A2": ("We helpen elkaar", "Ik krijg hulp en mag vragen", "Ik en mijn mensen helpen elkaar"),
    "A3": ("Dat kunnen wij", "Ik kan nieuwe dingen leren", "Ik kan mijn mensen helpen met leren"),
    "A4": (
        "Het is nodig",
        "Ik weet wat er verandert",
        "Ik weet wat ons bedrijf straks nodig heeft",
    ),
    "G1": ("We kiezen", "Ik weet wat ik wil leren", "Ik heb gekozen"),
    "G2": ("We hebben een plan", "Ik weet hoe en wanneer", "Ik weet hoe, wanneer en voor hoeveel"),
    "G3": ("We doen het ook", "Het lukt ook als het druk is", "Ik maak er tijd voor"),
}

# statement: staff, owner
STATEMENTS = {
    "A1.1": (
        "Ik vind het leuk om iets nieuws te leren in mijn werk.",
        "Tijd voor leren verdient mijn bedrijf weer terug.",
    ),
    "A1.2": (
        "Wat ik hier leer, helpt mij in mijn werk.",
        "Leren is voor mij net zo belangrijk als het werk van vandaag.",
    ),
    "A1.3": (
        "Ik begin zelf over dingen die ik wil leren.",
        "Ik kijk ook naar wat mijn mensen zelf willen leren.",
    ),
    "A2.1": (
        "Mijn collega's leggen elkaar uit hoe iets moet.",
        "Mijn mensen leggen elkaar uit hoe iets moet.",
    ),
    "A2.2": (
        "Mijn baas helpt mij als ik iets wil leren.",
        "Ik laat zien dat ik zelf ook nog leer.",
    ),
    "A2.3": (
        "Als iets fout gaat, praten we er rustig over.",
        "Mijn mensen durven mij te vertellen dat iets fout ging.",
    ),
    "A3.1": (
        "Ik kan nieuwe dingen in mijn werk goed leren.",
        "Mijn mensen kunnen nieuwe dingen goed leren.",
    ),
    "A3.2": (
        "Als iets moeilijk is, blijf ik het proberen.",
        "Ik weet hoe ik mijn mensen kan helpen met leren.",
    ),
    "A3.3": (
        "Ik weet wat ik al goed kan.",
        "Ik zie wat mijn mensen nu al leren op het werk.",
    ),
    "A4.1": (
        "Ik weet wat er in mijn werk gaat veranderen.",
        "Ik weet wat mijn bedrijf over twee jaar moet kunnen.",
    ),
    "A4.2": (
        "Ik merk dat ik nieuwe dingen moet leren.",
        "Ik weet wie van mijn mensen wat moet leren.",
    ),
    "A4.3": (
        "Ik weet waarom leren nodig is voor ons bedrijf.",
        "Mijn mensen weten waarom leren nodig is voor ons bedrijf.",
    ),
    "G1.1": (
        "Ik weet wat ik dit jaar wil leren.",
        "Ik heb gekozen wat we dit jaar gaan leren.",
    ),
    "G1.2": (
        "Ik wil er binnen drie maanden mee beginnen.",
        "Ik wil er binnen drie maanden mee beginnen.",
    ),
    "G1.3": (
        "Ik heb dat ook gezegd op het werk.",
        "Ik heb dat ook aan mijn mensen verteld.",
    ),
    "G2.1": (
        "Ik weet bij wie of waar ik dit kan leren.",
        "Ik weet welke manier van leren bij ons past.",
    ),
    "G2.2": (
        "Er staat een dag en een tijd voor in de planning.",
        "Leren staat bij ons in de planning.",
    ),
    "G2.3": (
        "Ik weet wat mijn eerste stap is.",
        "Ik weet wat het kost en wat het oplevert.",
    ),
    "G3.1": (
        "Ik krijg onder werktijd tijd om te leren.",
        "Ik maak tijd en geld vrij om te leren.",
    ),
    "G3.2": (
        "Als het druk is, gaat het leren toch door.",
        "Als het druk is, gaat het leren toch door.",
    ),
    "G3.3": (
        "Wat ik leer, gebruik ik daarna in mijn werk.",
        "Ik kijk na of we doen wat we afspraken.",
    ),
}

SCALE = {
    1: "Klopt niet",
    2: "Klopt een beetje",
    3: "Half-half",
    4: "Klopt bijna helemaal",
    5: "Klopt helemaal",
    None: "Weet ik niet / sla over",
}

# id | axes | types (I informal, N non-formal, F formal, - support) | sectors (a all) | cost classes
# G1 was added to 17: with the others alone, only three actions reach that axis.
ACTIONS = """
1 | A2 A1 | I | a | 0
2 | A2 | I | a | 0
3 | A2 A3 | I | a | 0
4 | A3 A4 | I | a | 0
5 | A4 | I | a | 0
6 | A2 A4 | I | g m t | 0
7 | A4 A2 | I | g m t | 0
8 | A3 | I | g m t | 0
9 | A2 | I | a | 0
10 | G3 A2 | I | a | 0
11 | A4 | I | m t g | 0
12 | G2 A3 | I | a | 0
13 | G3 | I | m g o | 1
14 | G2 | I | a | 0
15 | A4 G1 | I | a | 0
16 | A3 A1 | I | a | 0
17 | A4 G1 | I | a | 0
18 | A4 | I | a | 0
19 | A3 G2 | N | g m t o | 0-1
20 | A4 | N | a | 0-1
21 | A1 A2 | I | a | 0
22 | A1 A2 | I | a | 0-1
23 | A1 A2 | I | a | 0
24 | A3 G3 | I | a | 0
25 | A4 A3 | I | b s a | 0-1
26 | G3 | I | a | 0
27 | G2 | I/N | g t m | 0
28 | G3 | I | a | 0
29 | G1 A1 | I | a | 0
30 | G1 G3 | I | a | 0
31 | G2 G3 | I | a | 0
32 | G2 | I | a | 0
33 | G3 A2 | I | a | 0
34 | G3 | I | a | 0
35 | G2 | I | a | 0
36 | G3 | N/F | a | 2
37 | G2 A4 | F | t m g | 0
38 | A2 G3 | N | a | 0
39 | G2 | - | a | 0
40 | G2 | - | a | 0
41 | A2 A3 | I | m g t | 0
42 | A3 A2 | I | a | 0
43 | A3 | I | g m o | 1
44 | A4 | I | t | 0
45 | A3 | I | t | 0
46 | A3 A2 | I | s | 0
47 | A2 | I | s | 0
48 | A2 G3 | I | b m | 0
49 | G2 | I | b s | 0
50 | A3 A2 | I | o | 0
51 | A4 | I | o | 0
52 | A1 A3 | N/F | a | 1-2
53 | A3 | N | a | 0-1
54 | A2 | I | a | 0
"""

FLAGS = {
    "for_owner": {22, 35},
    "voluntary": {15, 30},
    "own_data": {44},
    "no_faces": {12},
    "no_client_data": {25, 46, 47},
}
