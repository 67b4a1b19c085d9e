// A module that nobody has, twice: one clear line is to be said.
import { Server } from "taipan_htp";
import { Socket } from "soketpool";

console.log(Server, Socket);
