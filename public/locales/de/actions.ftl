# Was mit SIMs getan wird: Menüs, Dialoge, Vorgänge.
